import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { UnitFields } from './shared/fields.ts'
import { fitsBelow, type UnitKind, unitKinds } from './shared/kinds.ts'
import { holdTree, shareTree } from './tree-lock.ts'

export type { UnitKind }

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
  await shareTree(tx)
  const { id } = await tx
    .insertInto('units.unit')
    .values({
      name: unit.name,
      full_name: unit.fullName || unit.name,
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

type Placed = { id: number; name: string; kind: UnitKind; parentId: number | null; active: boolean }

/**
 * Adds a unit as an office does: of a kind that fits, under a name not used there, last in the official order.
 * @throws Problem `unit.kind`, `unit.name-taken`, `unit.code-taken`, `unit.inactive`
 */
export const addUnitBelowParent = async (tx: Tx, parentId: number, fields: UnitFields): Promise<number> => {
  await holdTree(tx)
  const parent = await placed(tx, parentId)
  requireFit(fields.kind, parent)
  await requireFreeName(tx, fields.name, parentId, null)
  await requireFreeCode(tx, fields.regionCode, null)
  const sortNo = fields.sortNo ?? (await lastSortNo(tx, parentId)) + 1
  return addUnit(tx, { ...fields, parentId, sortNo })
}

/**
 * Changes what is said of a unit. @param version what the editor had read
 * @throws Problem `version.conflict`, and as {@link addUnitBelowParent}
 */
export const changeUnit = async (tx: Tx, id: number, version: string, fields: UnitFields): Promise<void> => {
  await holdTree(tx)
  const unit = await placed(tx, id)
  if (unit.parentId) requireFit(fields.kind, await placed(tx, unit.parentId))
  await requireFitOfChildren(tx, id, fields.kind)
  await requireFreeName(tx, fields.name, unit.parentId, id)
  await requireFreeCode(tx, fields.regionCode, id)
  const { rows } = await sql`
    update units.unit set name = ${fields.name}, full_name = ${fields.fullName || fields.name}, kind = ${fields.kind},
      region_code = ${fields.regionCode || null}, sort_no = coalesce(${fields.sortNo}::int, sort_no),
      population = ${fields.population}, population_basis = ${fields.populationBasis || null}
    where id = ${id} and xmin::text = ${version} returning id`.execute(tx)
  if (rows.length === 0)
    throw refuse('version.conflict', '这个单位刚才被别人修改过。请核对现在的内容，再改一次。', { status: 409 })
}

/**
 * Puts a unit with all below it under another. @throws Problem `unit.circle`, `unit.kind`, `unit.name-taken`
 */
export const moveUnitTo = async (tx: Tx, id: number, parentId: number): Promise<void> => {
  await holdTree(tx)
  const unit = await placed(tx, id)
  const parent = await placed(tx, parentId)
  const { rows } = await sql`
    select from units.unit where id = ${parentId} and path like '%/' || ${id}::text || '/%'`.execute(tx)
  if (rows.length > 0) throw refuse('unit.circle', `“${parent.name}”在“${unit.name}”之下，不能反过来做它的上级。`)
  requireFit(unit.kind, parent)
  await requireFreeName(tx, unit.name, parentId, id)
  await sql`update units.unit set parent_id = ${parentId} where id = ${id}`.execute(tx)
}

/**
 * Closes a unit, or opens it again. Nothing is deleted: what it did stays with it.
 * @throws Problem `unit.in-use` while units or people below are active; `unit.inactive` to open below a closed one
 */
export const switchUnit = async (tx: Tx, id: number, active: boolean): Promise<void> => {
  await holdTree(tx)
  const unit = await placed(tx, id)
  if (!active) await requireUnused(tx, unit)
  else if (unit.parentId) requireActive(await placed(tx, unit.parentId))
  await sql`update units.unit set active = ${active} where id = ${id}`.execute(tx)
}

const placed = async (tx: Tx, id: number): Promise<Placed> => {
  const { rows } = await sql<Placed>`
    select id, name, kind, parent_id as "parentId", active from units.unit where id = ${id}`.execute(tx)
  if (!rows[0]) throw refuse('not.found', '没有这个单位。', { status: 404 })
  return rows[0]
}

const requireActive = (unit: Placed) => {
  if (!unit.active) throw refuse('unit.inactive', `“${unit.name}”已停用，请先恢复它。`)
}

const requireFit = (kind: UnitKind, parent: Placed) => {
  requireActive(parent)
  if (fitsBelow(kind, parent.kind)) return
  const detail = `“${parent.name}”是${unitKinds[parent.kind].label}，下面不能设${unitKinds[kind].label}。`
  throw refuse('unit.kind', detail, { status: 422, findings: [{ path: 'kind', severity: 'block', message: detail }] })
}

const requireFitOfChildren = async (tx: Tx, id: number, kind: UnitKind) => {
  const { rows } = await sql<{ name: string; kind: UnitKind }>`
    select distinct on (kind) name, kind from units.unit where parent_id = ${id} order by kind, id`.execute(tx)
  const odd = rows.find(child => !fitsBelow(child.kind, kind))
  if (odd)
    throw refuse('unit.kind', `下面有${unitKinds[odd.kind].label}“${odd.name}”，不能改为${unitKinds[kind].label}。`)
}

const requireFreeName = async (tx: Tx, name: string, parentId: number | null, except: number | null) => {
  const { rows } = await sql`
    select from units.unit where coalesce(parent_id, 0) = coalesce(${parentId}::bigint, 0) and name = ${name}
      and id is distinct from ${except}::bigint`.execute(tx)
  if (rows.length === 0) return
  const detail = `同一上级下已有“${name}”，请核对是否重复（停用的也算）。`
  throw refuse('unit.name-taken', detail, { findings: [{ path: 'name', severity: 'block', message: detail }] })
}

const requireFreeCode = async (tx: Tx, code: string | null, except: number | null) => {
  if (!code) return
  const { rows } = await sql<{ name: string }>`
    select name from units.unit where region_code = ${code} and active and kind <> 'direct'
      and id is distinct from ${except}::bigint limit 1`.execute(tx)
  if (!rows[0]) return
  const detail = `行政区划代码${code}已有单位使用，请核对。`
  throw refuse('unit.code-taken', detail, { findings: [{ path: 'regionCode', severity: 'block', message: detail }] })
}

const lastSortNo = async (tx: Tx, parentId: number) => {
  const { rows } = await sql<{ last: number }>`
    select coalesce(max(sort_no), 0) as last from units.unit where parent_id = ${parentId}`.execute(tx)
  return rows[0]!.last
}

const requireUnused = async (tx: Tx, unit: Placed) => {
  const { rows } = await sql<{ children: number; held: number }>`
    select (select count(*) from units.unit where parent_id = ${unit.id} and active) as children,
      (select count(distinct p.id) from units.post p join units.post_holder h on h.post_id = p.id and h.until is null
        where p.unit_id = ${unit.id} and p.active) as held`.execute(tx)
  const { children, held } = rows[0]!
  if (children > 0) throw refuse('unit.in-use', `“${unit.name}”下还有${children}个在用的单位，请先停用或移走它们。`)
  if (held > 0) throw refuse('unit.in-use', `“${unit.name}”还有${held}个岗位有人，请先移交工作并停用岗位。`)
}
