import { addUnit, type UnitKind } from '#kernel/units/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { Plan, PlanUnit } from '../shared/index.ts'

type Known = { id: number; name: string; full_name: string; region_code: string | null }

/**
 * Finds a plan's recommending units in the tree below the organiser, by full name, name or region code; those that are
 * not there yet are added directly under it. @returns unit ids by the plan's unit keys
 */
export const adoptUnits = async (tx: Tx, plan: Plan, organiserId: number): Promise<Map<string, number>> => {
  const { rows } = await sql<Known>`
    select u.id, u.name, u.full_name, u.region_code from units.unit u
    join units.unit o on o.id = ${organiserId} and u.path like o.path || '_%'
    where u.active`.execute(tx)
  const found = new Map<string, number>()
  for (const [index, unit] of plan.units.entries()) {
    const known = rows.find(row => isSame(row, unit))
    found.set(unit.key, known?.id ?? (await addPlanUnit(tx, unit, organiserId, index)))
  }
  return found
}

const isSame = (row: Known, unit: PlanUnit) =>
  row.full_name === unit.fullName ||
  row.name === unit.name ||
  (!!unit.regionCode && row.region_code === unit.regionCode)

const addPlanUnit = (tx: Tx, unit: PlanUnit, parentId: number, index: number) =>
  addUnit(tx, {
    name: unit.name,
    fullName: unit.fullName,
    kind: kindOf(unit),
    parentId,
    regionCode: unit.regionCode ?? null,
    sortNo: index + 1,
    population: unit.population?.value ?? null,
    populationBasis: unit.population ? `${unit.population.source}（${unit.population.year}年）` : null,
  })

/** GB/T 2260: xx0000 province, xxxx00 city, otherwise county; a unit without a region stands directly under its parent. */
const kindOf = ({ regionCode }: PlanUnit): UnitKind => {
  if (!regionCode) return 'direct'
  if (regionCode.endsWith('0000')) return 'province'
  return regionCode.endsWith('00') ? 'city' : 'county'
}
