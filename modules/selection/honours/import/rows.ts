import { type Cell, type Column, cellCode, cellText, hasLostDigits, readSheet } from '#kernel/documents/excel/index.ts'
import { readIdNumber } from '#kernel/forms/shared/index.ts'
import { refuse } from '#platform/http/index.ts'
import { identityKey } from '../../nomination/identity.ts'
import type { ImportFault } from '../../stages/commend/shared/api.ts'

/** An earlier winner as a row of the workbook gives it; the number of the ID card is kept as its hash alone. */
export type EarlierWinner = {
  row: number
  number: string
  title: string
  year: number
  level: string
  subject: 'person' | 'organisation' | 'project'
  name: string
  unitName: string
  identityKey: string | null
  grantedOn: string
}

/** Columns of the template; the heading's words find them again, wherever they stand. */
export const titles = {
  number: '荣誉编号',
  title: '荣誉名称',
  year: '年度',
  level: '级别',
  subject: '类型',
  name: '姓名或名称',
  unitName: '单位',
  identity: '身份证号或统一社会信用代码',
  grantedOn: '表彰日期',
} as const
type Key = keyof typeof titles
const keys = Object.keys(titles) as Key[]
const needed: Key[] = ['title', 'year', 'subject', 'name']

const subjects: Record<string, EarlierWinner['subject']> = { 个人: 'person', 组织: 'organisation', 项目: 'project' }

export const templateColumns: Column<Record<Key, string>>[] = keys.map(key => ({
  title: titles[key],
  width: key === 'identity' || key === 'unitName' ? 30 : 16,
  value: row => row[key],
}))

export const templateExample: Record<Key, string>[] = [
  {
    number: '2020-001',
    title: '示例荣誉',
    year: '2020',
    level: '市级',
    subject: '个人',
    name: '示例姓名（导入前删去本行）',
    unitName: '示例单位',
    identity: '',
    grantedOn: '2020-12-30',
  },
]

export type ReadRows = { winners: EarlierWinner[]; faults: ImportFault[] }

/**
 * Reads the workbook and says of each row what is wrong with it.
 * @throws Problem as readSheet; 422 `import.columns`, `import.empty`
 */
export const readWinners = async (file: Buffer, today: string): Promise<ReadRows> => {
  const [heading = [], ...rows] = await readSheet(file, { maxRows: 10_001, maxColumns: 50 })
  const words = heading.map(cell => cellText(cell).replace(/\s/g, ''))
  const places = new Map(keys.map(key => [key, words.indexOf(titles[key])]))
  const missing = needed.filter(key => places.get(key) === -1)
  if (missing.length > 0)
    throw refuse('import.columns', `第1行缺少${missing.map(key => `“${titles[key]}”`).join('、')}列，请使用模板。`, {
      status: 422,
    })
  const read = rows.flatMap((cells, n) => {
    const pick = (key: Key): Cell => cells[places.get(key)!] ?? null
    return keys.every(key => cellText(pick(key)) === '') ? [] : [readRow(n + 2, pick, today)]
  })
  if (read.length === 0) throw refuse('import.empty', '表里没有要导入的行，请从第2行起填写。', { status: 422 })
  return {
    winners: read.flatMap(({ winner }) => winner ?? []),
    faults: [...read.flatMap(({ faults }) => faults), ...twice(read.flatMap(({ winner }) => winner ?? []))],
  }
}

const readRow = (row: number, pick: (key: Key) => Cell, today: string) => {
  const faults: ImportFault[] = []
  const fault = (key: Key, message: string, shown = cellText(pick(key))) =>
    faults.push({ row, column: titles[key], value: shown.slice(0, 40), message })
  const text = Object.fromEntries(keys.map(key => [key, cellText(pick(key))])) as Record<Key, string>
  for (const key of needed) if (text[key] === '') fault(key, `请填写${titles[key]}。`)
  const year = Number(cellCode(pick('year')))
  if (text.year && !(Number.isInteger(year) && year >= 1949 && year <= Number(today.slice(0, 4))))
    fault('year', '年度应为四位数字，不早于1949年，不晚于今年。')
  const subject = subjects[text.subject]
  if (text.subject && !subject) fault('subject', '类型只能填“个人”“组织”或“项目”。')
  const grantedOn = text.grantedOn || `${year}-12-31`
  if (text.grantedOn && !isDay(text.grantedOn)) fault('grantedOn', '日期应写作2020-12-30。')
  const identity = cellCode(pick('identity')).toUpperCase()
  const wrong = identityFault(pick('identity'), identity, subject)
  // The number itself is not repeated: a fault list is passed on.
  if (wrong) fault('identity', wrong, identity ? `${identity.slice(0, 3)}…` : '')
  const winner: EarlierWinner | undefined =
    faults.length > 0 || !subject
      ? undefined
      : {
          ...{ row, year, subject, grantedOn, number: text.number, title: text.title, level: text.level || '未注明' },
          ...{ name: text.name, unitName: text.unitName, identityKey: identity ? identityKey(identity) : null },
        }
  return { winner, faults }
}

const identityFault = (cell: Cell, identity: string, subject: string | undefined): string | undefined => {
  if (identity === '') return undefined
  if (hasLostDigits(cell)) return '证件号码被表格当成数字，末几位已丢失，请把这一列设为文本后重新填写。'
  if (subject === 'person') return readIdNumber(identity) ? undefined : '身份证号码不正确（18位，校验位要对）。'
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(identity) ? undefined : '统一社会信用代码应为18位数字或大写字母。'
}

const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** One number stands once in a register: the second row with it is a fault. */
const twice = (winners: EarlierWinner[]): ImportFault[] => {
  const seen = new Map<string, number>()
  return winners.flatMap(({ row, number }) => {
    const before = seen.get(number)
    if (number === '' || before === undefined) {
      if (number !== '') seen.set(number, row)
      return []
    }
    return [{ row, column: titles.number, value: number, message: `编号与第${before}行相同。` }]
  })
}
