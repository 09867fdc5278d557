import type { UnitFields } from '../shared/fields.ts'
import type { ImportChange } from '../shared/import-api.ts'
import type { UnitKind } from '../shared/kinds.ts'
import { columns } from './columns.ts'
import type { HeldUnit } from './held.ts'

export type UnitValues = {
  name: string
  kind: UnitKind
  regionCode: string | null
  sortNo: number
  population: number | null
  populationBasis: string | null
}

/** What a unit will hold: an empty cell keeps what is held; population and its basis go together. */
export const valuesFor = (fields: UnitFields, unit: HeldUnit | undefined, nextSortNo: () => number): UnitValues => {
  const people = fields.population === null && !fields.populationBasis ? unit : fields
  return {
    name: fields.name,
    kind: fields.kind,
    regionCode: fields.regionCode ?? unit?.regionCode ?? null,
    sortNo: fields.sortNo ?? unit?.sortNo ?? nextSortNo(),
    population: people?.population ?? null,
    populationBasis: people?.populationBasis ?? null,
  }
}

const compared = ['regionCode', 'population', 'populationBasis', 'sortNo'] as const

export const changesOf = (unit: HeldUnit, values: UnitValues): ImportChange['changes'] =>
  compared
    .filter(key => unit[key] !== values[key])
    .map(key => ({ column: columns[key].title, from: String(unit[key] ?? ''), to: String(values[key] ?? '') }))
