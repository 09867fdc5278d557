import { type Cell, cellCode, cellText } from '#kernel/documents/excel/index.ts'
import { personNameSchema, phoneSchema, type UnitFields, unitFieldsSchema } from '../shared/fields.ts'
import type { ImportFault } from '../shared/import-api.ts'
import { readKind, unitKindNames, unitKinds } from '../shared/kinds.ts'
import { type ColumnKey, columns, type SheetRow } from './columns.ts'

export type Contact = { title: string; name: string; phone: string | null; login: string | null }

/** A row that was understood as far as it could be; `fields` is null where the unit itself is wrong. */
export type CheckedRow = {
  row: number
  name: string
  parent: string
  /** What stands in the kind's cell, read; null when it is none. */
  fields: UnitFields | null
  contact: Contact | null
  cells: SheetRow['cells']
}

type Tell = (key: ColumnKey, message: string) => void

/** The fault of a cell, with what stands in it. */
export const faultAt = (row: Pick<SheetRow, 'row' | 'cells'>, key: ColumnKey, message: string): ImportFault => ({
  row: row.row,
  column: columns[key].title,
  value: cellText(row.cells[key]).slice(0, 100),
  message,
})

/** Checks what can be said of a row by itself. */
export const checkRow = (row: SheetRow): { checked: CheckedRow; faults: ImportFault[] } => {
  const faults: ImportFault[] = []
  const tell: Tell = (key, message) => faults.push(faultAt(row, key, message))
  const fields = checkFields(row, tell)
  const contact = checkContact(row, tell)
  const name = cellText(row.cells.name)
  const parent = cellText(row.cells.parent).replaceAll('／', '/')
  return { checked: { row: row.row, name, parent, fields, contact, cells: row.cells }, faults }
}

const checkFields = ({ cells }: SheetRow, tell: Tell): UnitFields | null => {
  const result = unitFieldsSchema.safeParse({
    name: cellText(cells.name),
    kind: readKind(cellText(cells.kind)),
    regionCode: cellCode(cells.regionCode) || null,
    population: wholeNumber(cells.population),
    populationBasis: cellText(cells.populationBasis) || null,
    sortNo: wholeNumber(cells.sortNo),
  })
  if (result.success) return result.data
  for (const [key, message] of firstIssues(result.error.issues)) tell(key, message)
  return null
}

/** One message a cell is enough. */
const firstIssues = (issues: { path: PropertyKey[]; message: string }[]) =>
  new Map(issues.toReversed().map(({ path, message }) => [path[0] as ColumnKey, plain(message)]))

const plain = (message: string) =>
  message.startsWith('类别须为')
    ? `类别须为：${unitKindNames.map(kind => unitKinds[kind].label).join('、')}之一`
    : message

/** A number, null for an empty cell, NaN for what is no number, so that the schema says what it should be. */
const wholeNumber = (cell: Cell): number | null => {
  const text = cellCode(cell).replaceAll(',', '')
  if (text === '') return null
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
}

const checkContact = ({ cells }: SheetRow, tell: Tell): Contact | null => {
  const contact = {
    title: cellText(cells.postTitle),
    name: cellText(cells.personName).replace(/\s/g, ''),
    phone: cellCode(cells.phone) || null,
    login: cellCode(cells.login) || null,
  }
  if (!contact.title && !contact.name && !contact.phone && !contact.login) return null
  if (!contact.title) tell('postTitle', '填了联系人，还须填联系人岗位，如“办公室经办”')
  if (contact.title.length > 50) tell('postTitle', '岗位名称最多50字')
  const name = personNameSchema.safeParse(contact.name)
  if (!name.success)
    tell('personName', contact.name ? name.error.issues[0]!.message : '填了岗位、手机或账号，还须填姓名')
  const phone = phoneSchema.nullable().safeParse(contact.phone)
  if (!phone.success) tell('phone', phone.error.issues[0]!.message)
  return contact
}
