import { sheetOf, writeBook, writeSheet } from '#kernel/documents/excel/index.ts'
import type { ImportFault } from '../shared/import-api.ts'
import { unitKinds } from '../shared/kinds.ts'
import { type ColumnKey, columnKeys, columns } from './columns.ts'
import type { Held, HeldContact } from './held.ts'

type Line = Partial<Record<ColumnKey, string | number | null>>

const sheetColumns = columnKeys.map(key => ({
  title: columns[key].title,
  width: columns[key].width,
  value: (line: Line) => line[key],
}))

/** The template: an empty sheet to fill, a sheet of notes, and examples below the importer's own unit. */
export const templateBook = (ownUnit: string): Promise<Buffer> =>
  writeBook([
    sheetOf({ name: '单位', columns: sheetColumns, rows: [] as Line[] }),
    sheetOf({
      name: '填写说明',
      columns: [
        { title: '列', width: 16, value: (key: ColumnKey) => columns[key].title },
        { title: '怎么填', width: 80, value: (key: ColumnKey) => columns[key].note },
      ],
      rows: columnKeys,
    }),
    sheetOf({ name: '示例', columns: sheetColumns, rows: examples(ownUnit) }),
  ])

const examples = (ownUnit: string): Line[] => [
  {
    name: '示例县',
    parent: ownUnit,
    kind: '县区',
    regionCode: '990101',
    population: 512300,
    populationBasis: '第七次全国人口普查常住人口（2020年）',
    sortNo: 1,
    postTitle: '办公室经办',
    personName: '张三',
    phone: '0379-00000000',
    login: 'shilixian',
  },
  { name: '城关镇', parent: '示例县', kind: '乡镇街道', regionCode: '990101100', sortNo: 1 },
  { name: '东街社区', parent: '示例县/城关镇', kind: '村社区' },
  { name: '示例局', parent: ownUnit, kind: '直属单位', sortNo: 20 },
]

/** The tree as it is held, in the template's columns: it can be changed in Excel and imported again. */
export const treeBook = (held: Held, logins: ReadonlyMap<number, string>): Promise<Buffer> => {
  const units = inOrder(held)
  const twice = new Set(
    [...Map.groupBy(units, ({ name }) => name)].filter(([, all]) => all.length > 1).map(([name]) => name),
  )
  const contacts = Map.groupBy([...held.contacts.values()], ({ unitId }) => unitId)
  const rows = units.map(unit => {
    const above = unit.key.slice(0, Math.max(0, unit.key.lastIndexOf('/')))
    const parentName = above.slice(above.lastIndexOf('/') + 1)
    return {
      name: unit.name,
      parent: twice.has(parentName) ? above : parentName,
      kind: unitKinds[unit.kind].label,
      regionCode: unit.regionCode,
      population: unit.population,
      populationBasis: unit.populationBasis,
      sortNo: unit.sortNo,
      ...contactLine(contacts.get(unit.id), logins),
    }
  })
  return writeSheet({ name: '单位', columns: sheetColumns, rows })
}

const contactLine = (contacts: HeldContact[] | undefined, logins: ReadonlyMap<number, string>): Line => {
  const contact = contacts?.findLast(({ personId }) => personId !== null)
  if (!contact) return {}
  const { title, name, phone, personId } = contact
  return { postTitle: title, personName: name, phone, login: logins.get(personId!) ?? null }
}

/** Each unit before those below it, siblings in official order; closed units are left out. */
const inOrder = (held: Held) => {
  const children = Map.groupBy(
    [...held.units.values()].filter(({ active }) => active),
    ({ parentId }) => parentId,
  )
  const walk = (unit: (typeof held)['own']): (typeof held)['own'][] => [
    unit,
    ...(children.get(unit.id) ?? []).flatMap(walk),
  ]
  return walk(held.own)
}

/** The faults of a dry run, to be passed on to whoever filled the file in. */
export const faultBook = (faults: readonly ImportFault[]): Promise<Buffer> =>
  writeSheet({
    name: '错误清单',
    columns: [
      { title: '行号', width: 8, value: fault => fault.row },
      { title: '列', width: 16, value: fault => fault.column },
      { title: '填写的内容', width: 30, value: fault => fault.value },
      { title: '问题与改法', width: 70, value: fault => fault.message },
    ],
    rows: faults,
  })
