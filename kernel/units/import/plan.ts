import { createHash } from 'node:crypto'
import type { ImportChange, ImportFault, ImportReport } from '../shared/import-api.ts'
import { fitsBelow, type UnitKind, unitKinds } from '../shared/kinds.ts'
import { type CheckedRow, checkRow, faultAt } from './check-row.ts'
import type { SheetRow } from './columns.ts'
import { type ContactStep, planContact } from './contacts.ts'
import type { Held, HeldUnit } from './held.ts'
import { type Place, resolvePlaces } from './resolve.ts'
import { changesOf, type UnitValues, valuesFor } from './values.ts'

export type UnitStep = { row: number; key: string; parentKey: string; values: UnitValues }
export type UnitUpdate = { id: number; values: UnitValues }
export type ImportPlan = {
  adds: UnitStep[]
  updates: UnitUpdate[]
  contacts: ContactStep[]
  faults: ImportFault[]
  changes: ImportChange[]
  counts: ImportReport['counts']
}

type Located = { checked: CheckedRow; place: Extract<Place, { key: string }> }

/** Works out what a file would do to the tree as it is held: pure, so that the dry run and the act agree. */
export const planImport = (sheet: readonly SheetRow[], held: Held, owners: ReadonlyMap<string, number>): ImportPlan => {
  const read = sheet.map(checkRow)
  const faults = new Faults(read.flatMap(({ faults }) => faults))
  const located = locate(
    read.map(({ checked }) => checked),
    held,
    faults,
  )
  checkTogether(located, held, faults)
  blockBelowWrong(located, held, faults)
  return assemble(located, held, owners, faults, sheet.length)
}

/** Faults by row, kept in the order of the file. */
class Faults {
  private readonly byRow = new Map<number, ImportFault[]>()

  constructor(faults: ImportFault[]) {
    for (const fault of faults) this.add(fault)
  }

  add(fault: ImportFault) {
    this.byRow.set(fault.row, [...(this.byRow.get(fault.row) ?? []), fault])
  }

  has = (row: number) => this.byRow.has(row)
  rows = () => this.byRow.size
  all = () => [...this.byRow].sort(([a], [b]) => a - b).flatMap(([, faults]) => faults)
}

const locate = (rows: CheckedRow[], held: Held, faults: Faults): Located[] => {
  const places = resolvePlaces(rows, held)
  const first = new Map<string, number>()
  return rows.flatMap(checked => {
    const place = places.get(checked)!
    if ('problem' in place) {
      faults.add(faultAt(checked, 'parent', place.problem))
      return []
    }
    const twin = first.get(place.key)
    if (twin !== undefined) {
      faults.add(faultAt(checked, 'name', `与第${twin}行重复，请只留一行`))
      return []
    }
    first.set(place.key, checked.row)
    return [{ checked, place }]
  })
}

/** What depends on the rows around and on what is held: kinds, closed units, codes used twice. */
const checkTogether = (located: Located[], held: Held, faults: Faults) => {
  const kinds = new Map<string, UnitKind>([...held.units].map(([key, { kind }]) => [key, kind]))
  for (const { checked, place } of located)
    if (checked.fields && !kinds.has(place.key)) kinds.set(place.key, checked.fields.kind)
  const codes = new Map<string, string>()
  for (const unit of held.units.values()) if (hasOwnCode(unit)) codes.set(unit.regionCode!, unit.key)
  for (const { checked, place } of located) {
    const { fields } = checked
    if (!fields) continue
    const unit = held.units.get(place.key)
    const parentKind = place.parentKey === null ? undefined : kinds.get(place.parentKey)
    const kindProblem = problemOfKind(fields.kind, unit, parentKind)
    if (kindProblem) faults.add(faultAt(checked, 'kind', kindProblem))
    if (unit?.active === false) faults.add(faultAt(checked, 'name', '这个单位已停用，请先在页面上恢复'))
    if (held.units.get(place.parentKey ?? '')?.active === false)
      faults.add(faultAt(checked, 'parent', '上级单位已停用，请先在页面上恢复'))
    if (!fields.regionCode || fields.kind === 'direct') continue
    const user = codes.get(fields.regionCode)
    if (user && user !== place.key) faults.add(faultAt(checked, 'regionCode', `这个代码“${user}”已在用，请核对`))
    else codes.set(fields.regionCode, place.key)
  }
}

const hasOwnCode = (unit: HeldUnit) => unit.regionCode !== null && unit.kind !== 'direct' && unit.active

const problemOfKind = (kind: UnitKind, unit: HeldUnit | undefined, parent: UnitKind | undefined): string | null => {
  const { label } = unitKinds[kind]
  if (unit && unit.kind !== kind) return `现在是“${unitKinds[unit.kind].label}”，改类别请在页面上办理`
  if (unit || !parent || fitsBelow(kind, parent)) return null
  return `上级是${unitKinds[parent].label}，下面不能设${label}`
}

/** A new unit below a wrong row cannot be made either; said at its own row, until no more are found. */
const blockBelowWrong = (located: Located[], held: Held, faults: Faults) => {
  const byKey = new Map(located.map(item => [item.place.key, item.checked]))
  const byDepth = located.toSorted((a, b) => a.place.key.split('/').length - b.place.key.split('/').length)
  for (const { checked, place } of byDepth) {
    if (place.parentKey === null || held.units.has(place.parentKey)) continue
    const parent = byKey.get(place.parentKey)
    if (parent && faults.has(parent.row) && !faults.has(checked.row))
      faults.add(faultAt(checked, 'parent', `上级单位“${parent.name}”所在的第${parent.row}行有误，请先改正那一行`))
  }
}

const assemble = (
  located: Located[],
  held: Held,
  owners: ReadonlyMap<string, number>,
  faults: Faults,
  rows: number,
): ImportPlan => {
  const plan: ImportPlan = { adds: [], updates: [], contacts: [], faults: [], changes: [], counts: noCounts(rows) }
  const next = nextSortNo(held)
  const logins = new Map<string, number>()
  for (const { checked, place } of located) {
    const unit = held.units.get(place.key)
    const contact = planContact(checked, unit, place.key, held, owners, logins)
    if ('fault' in contact) faults.add(contact.fault)
    if (faults.has(checked.row) || !checked.fields) continue
    const values = valuesFor(checked.fields, unit, () => next(place.parentKey!))
    const changes = [...(unit ? changesOf(unit, values) : []), ...contact.changes]
    if (!unit) plan.adds.push({ row: checked.row, key: place.key, parentKey: place.parentKey!, values })
    else if (changes.length > contact.changes.length) plan.updates.push({ id: unit.id, values })
    if (contact.step) plan.contacts.push(contact.step)
    if (!unit || changes.length > 0)
      plan.changes.push({
        row: checked.row,
        unit: place.key,
        what: unit ? 'changed' : 'new',
        changes: unit ? changes : [],
      })
  }
  return finish(dropBelowWrong(plan, located, held, faults), faults)
}

/** A fault found with the contacts may have stopped a parent whose children were planned already. */
const dropBelowWrong = (plan: ImportPlan, located: Located[], held: Held, faults: Faults): ImportPlan => {
  blockBelowWrong(located, held, faults)
  const keep = ({ row }: { row: number }) => !faults.has(row)
  return {
    ...plan,
    adds: plan.adds.filter(keep),
    contacts: plan.contacts.filter(keep),
    changes: plan.changes.filter(keep),
  }
}

const finish = (plan: ImportPlan, faults: Faults): ImportPlan => {
  const added = plan.adds.length
  const changed = plan.changes.length - added
  const wrong = faults.rows()
  const { rows } = plan.counts
  return {
    ...plan,
    faults: faults.all(),
    counts: { rows, added, changed, unchanged: rows - added - changed - wrong, wrong },
  }
}

const noCounts = (rows: number) => ({ rows, added: 0, changed: 0, unchanged: 0, wrong: 0 })

/** New units without a number follow the last one below their parent, in the order of the file. */
const nextSortNo = (held: Held) => {
  const last = new Map<string, number>()
  for (const unit of held.units.values()) {
    const parentKey = unit.key.slice(0, Math.max(0, unit.key.lastIndexOf('/')))
    last.set(parentKey, Math.max(last.get(parentKey) ?? 0, unit.sortNo))
  }
  return (parentKey: string) => {
    const next = (last.get(parentKey) ?? 0) + 1
    last.set(parentKey, next)
    return next
  }
}

/** What would be done, in one short word: a confirmation carries it, so that nothing else is done. */
export const digestOf = ({ adds, updates, contacts }: ImportPlan): string =>
  createHash('sha256')
    .update(JSON.stringify([adds, updates, contacts]))
    .digest('base64url')
    .slice(0, 22)

export const reportOf = (plan: ImportPlan): ImportReport => ({
  counts: plan.counts,
  digest: digestOf(plan),
  faults: plan.faults.slice(0, 500),
  changes: plan.changes.slice(0, 200),
})
