import type { Tx } from '#platform/db/index.ts'

export type UnitKind = 'province' | 'city' | 'county' | 'township' | 'village' | 'direct'

export type NewUnit = {
  name: string
  fullName?: string
  kind: UnitKind
  parentId?: number | null
  regionCode?: string | null
  sortNo?: number
  population?: number | null
  /** Which count and year the population is of, e.g. 第七次全国人口普查常住人口（2020年）. */
  populationBasis?: string | null
}

/** Adds a unit below its parent; the tree's path is kept by the database. @returns its id */
export const addUnit = async (tx: Tx, unit: NewUnit): Promise<number> => {
  const { id } = await tx
    .insertInto('units.unit')
    .values({
      name: unit.name,
      full_name: unit.fullName ?? unit.name,
      kind: unit.kind,
      parent_id: unit.parentId ?? null,
      region_code: unit.regionCode ?? null,
      sort_no: unit.sortNo ?? 0,
      population: unit.population ?? null,
      population_basis: unit.populationBasis ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
