import { type Ink, isMark, isNearEqual, normalise, type Point } from '../shared/index.ts'

/** A household's signature as the signs of proxy signing look at it; `no` is its place on the list. */
export type SignedHousehold = {
  no: number
  householdId: number
  head: string
  door: string
  phone: string | null
  ink: Ink | null
  sheetId: number | null
  /** Of a signature given face to face: on whose telephone, and when by that telephone's clock. */
  collectedBy: number | null
  writtenAt: string | null
  /** Of a signature by link: a keyed hash of where it was signed, and whether in the browser of somebody of the house. */
  signedFrom: string | null
  atIssuer: boolean
}
/** Somebody on the village's list who signs as a member. */
export type Backer = { name: string; phone: string | null }
export type Lead = { name: string; phone: string | null }
export type Sign = { path?: string; severity: 'warning'; rule: string; message: string }

const sign = (message: string, no?: number, rule = 'R004-03'): Sign => ({
  severity: 'warning',
  rule,
  message,
  ...(no !== undefined && { path: `signatures.${no}` }),
})

const housesOf = (signed: { no: number }[]) => `第${signed.map(({ no }) => no).join('、')}户`

const groups = <T>(all: T[], keyOf: (one: T) => string | null): T[][] => {
  const byKey = Map.groupBy(
    all.filter(one => keyOf(one) !== null),
    one => keyOf(one)!,
  )
  return [...byKey.values()].filter(group => group.length > 1)
}

/** One number for several households. That one telephone was used to sign at many doors says nothing: it is how one collects. */
export const sharedNumbers = (signed: SignedHousehold[]): Sign[] =>
  groups(signed, ({ phone }) => phone).map(group =>
    sign(`${housesOf(group)}联系电话相同，请核实是否代签。`, group[0]!.no),
  )

/** A household that signed another project under another head and has the telephone of one here. */
export type Numbered = { phone: string; head: string; projectTitle: string }

/** One number for households of two projects; each number is told of once. */
export const numbersElsewhere = (signed: SignedHousehold[], elsewhere: Numbered[]): Sign[] =>
  signed.flatMap(({ no, phone, head }) => {
    const other = phone === null ? undefined : elsewhere.find(each => each.phone === phone && each.head !== head)
    if (!other) return []
    return sign(`第${no}户的联系电话在“${other.projectTitle}”中是${other.head}户的，请核实是否代签。`, no)
  })

/** So many seconds at least lie between two households that write one after the other on one telephone. */
export const fewestSeconds = 10

/** Signatures on one telephone that followed each other too fast for the next household to have written its own. */
export const hurried = (signed: SignedHousehold[], seconds = fewestSeconds): Sign[] => {
  const byPhone = Map.groupBy(
    signed.filter(({ collectedBy, writtenAt }) => collectedBy !== null && writtenAt !== null),
    ({ collectedBy }) => collectedBy,
  )
  return [...byPhone.values()].flatMap(all => {
    const timed = all.map(({ no, writtenAt }) => ({ no, at: Date.parse(writtenAt!) })).toSorted((a, b) => a.at - b.at)
    const runs: { no: number; at: number }[][] = []
    for (const each of timed) {
      const run = runs.at(-1)
      if (run && each.at - run.at(-1)!.at < seconds * 1000) run.push(each)
      else runs.push([each])
    }
    return runs
      .filter(run => run.length > 1)
      .map(run => {
        const houses = run.toSorted((a, b) => a.no - b.no)
        return sign(`${housesOf(houses)}当面签名前后相隔不到${seconds}秒，请核实是否各户本人所签。`, houses[0]!.no)
      })
  })
}

/** Links of several households that were signed in one place, or where they were issued; a telephone may be lent. */
export const linksTogether = (signed: SignedHousehold[]): Sign[] => [
  ...groups(signed, ({ signedFrom }) => signedFrom).map(group =>
    sign(`${housesOf(group)}的链接签名来自同一网络地址和同一种浏览器，请核实是否各户本人所签。`, group[0]!.no),
  ),
  ...signed
    .filter(({ atIssuer }) => atIssuer)
    .map(({ no }) =>
      sign(`第${no}户的链接签名与发出链接时的网络地址和浏览器相同，或当时有工作人员登录，请核实是否本人所签。`, no),
    ),
]

/** A door, and not just the group or the lane it is in. */
const isDoor = (door: string) => /\d+\s*[号栋室-]/u.test(door)

/** One house twice: under two heads at one door, or one head once by his door and once by his number (R004-02). */
export const sameHouse = (signed: SignedHousehold[]): Sign[] => [
  ...groups(signed, ({ door }) => (isDoor(door) ? door : null)).map(group =>
    sign(`${housesOf(group)}门牌号相同，请核实是否同一户。`, group[0]!.no, 'R004-02'),
  ),
  ...groups(signed, ({ head }) => head).map(group =>
    sign(`${housesOf(group)}户主同名，请核实是否同一户。`, group[0]!.no, 'R004-02'),
  ),
]

/** The household of whoever leads the project, or one that gives his number. */
export const ownHousehold = (signed: SignedHousehold[], lead: Lead): Sign[] =>
  signed.flatMap(({ no, head, phone }) => {
    const number = phone !== null && phone === lead.phone
    if (head === lead.name && (number || phone === null || lead.phone === null))
      return sign(`第${no}户为牵头人本户，请核实。`, no)
    return number ? sign(`第${no}户联系电话为牵头人电话，请核实是否代签。`, no) : []
  })

/** Households of the members who sign beside the lead: they are not those whom the work is for (R004-02). */
export const backersHouseholds = (signed: SignedHousehold[], backers: Backer[]): Sign[] =>
  signed.flatMap(({ no, head, phone }) => {
    const same = backers.find(
      backer => backer.name === head && (backer.phone === null || phone === null || backer.phone === phone),
    )
    if (same) return sign(`第${no}户户主与签名的党员、代表${same.name}同名，请核实是否其本户。`, no, 'R004-02')
    const number = phone === null ? undefined : backers.find(backer => backer.phone === phone)
    return number ? sign(`第${no}户联系电话为签名的党员、代表${number.name}的电话，请核实是否代签。`, no) : []
  })

type Drawn = { no: number; shape: Point[] }

/** Signatures of different households that were hardly written twice; simple marks are left out. */
export const equalStrokes = (signed: SignedHousehold[]): Sign[] => {
  const found: Drawn[][] = []
  for (const { no, ink } of signed) {
    if (!ink || isMark(ink)) continue
    const shape = normalise(ink)
    const group = found.find(([first]) => isNearEqual(first!.shape, shape))
    if (group) group.push({ no, shape })
    else found.push([{ no, shape }])
  }
  return found
    .filter(group => group.length > 1)
    .map(group => sign(`${housesOf(group)}笔迹几乎相同，请核实是否代签。`, group[0]!.no))
}

/** A signature under another project, of another household, that has nearly the shape of one here. */
export type Elsewhere = { householdId: number; ink: Ink; projectTitle: string }

export const strokesElsewhere = (signed: SignedHousehold[], elsewhere: Elsewhere[]): Sign[] => {
  const others = elsewhere.filter(({ ink }) => !isMark(ink)).map(other => ({ ...other, shape: normalise(other.ink) }))
  return signed.flatMap(({ no, householdId, ink }) => {
    if (!ink || isMark(ink)) return []
    const shape = normalise(ink)
    const same = others.find(other => other.householdId !== householdId && isNearEqual(other.shape, shape))
    return same ? sign(`第${no}户笔迹与“${same.projectTitle}”中另一户几乎相同，请核实是否代签。`, no) : []
  })
}

const onSheet = (signed: SignedHousehold[], sheetId: number) => signed.filter(one => one.sheetId === sheetId)

/** A sheet whose photograph stands for another sheet too: of this project, or of the one named. */
export type ReusedSheet = { sheetId: number; projectTitle: string | null }

export const reusedSheets = (signed: SignedHousehold[], reused: ReusedSheet[]): Sign[] =>
  reused.map(({ sheetId, projectTitle }) => {
    const on = onSheet(signed, sheetId)
    const whose = on.length > 0 ? `（${housesOf(on)}）` : ''
    const where = projectTitle ? `“${projectTitle}”的签名表` : '本项目另一张签名表'
    return sign(`签名表照片${whose}与${where}是同一张，请核对原件。`, on[0]?.no)
  })

/** A printed number that was read on a sheet; `firstId` is the project's first sheet that bears it. */
export type NumberedSheet = { sheetId: number; firstId: number; code: string; printedFor: string | null }

/** Two photographs of one paper sheet, and a sheet that was printed for the project named. */
export const numberedSheets = (signed: SignedHousehold[], sheets: NumberedSheet[]): Sign[] =>
  sheets.flatMap(({ sheetId, firstId, code, printedFor }) => {
    const on = onSheet(signed, sheetId)
    const [first] = on
    if (!first) return []
    const sheet = `签名表（编号${code}）`
    if (printedFor !== null)
      return sign(`${housesOf(on)}的${sheet}是为“${printedFor}”打印的，请核对签名是为哪个项目签的。`, first.no)
    const before = onSheet(signed, firstId)
    if (firstId === sheetId || before.length === 0) return []
    return sign(
      `${housesOf(on)}与${housesOf(before)}是同一张${sheet}的两张照片，请核对原件上各户是否都有签名。`,
      first.no,
    )
  })

/** Sheets on which no number was seen: a photograph that leaves it out, or paper of another origin. */
export const unnumberedSheets = (signed: SignedHousehold[], sheetIds: number[]): Sign[] => {
  const on = signed.filter(({ sheetId }) => sheetId !== null && sheetIds.includes(sheetId))
  return on.length === 0
    ? []
    : [sign(`${housesOf(on)}的签名表照片上没有读到编号，看不出是否重复拍摄，请核对原件。`, on[0]!.no)]
}
