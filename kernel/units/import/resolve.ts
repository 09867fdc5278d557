import type { CheckedRow } from './check-row.ts'
import type { Held } from './held.ts'

/** Where a row stands in the tree, or why that cannot be said. */
export type Place = { key: string; parentKey: string | null } | { problem: string; circle?: true }

const deepest = 12

/**
 * Finds every row's place: its parent is a held unit or another row, named alone or by a path long enough to be the
 * only one. A parent that leads back to the row itself is a circle.
 */
export const resolvePlaces = (rows: readonly CheckedRow[], held: Held): Map<CheckedRow, Place> => {
  const places = new Map<CheckedRow, Place>()
  const open = new Set<CheckedRow>()
  const heldKeys = Map.groupBy(held.units.keys(), lastName)
  const rowsByName = Map.groupBy(rows, row => row.name)

  const placeOf = (row: CheckedRow): Place => {
    const known = places.get(row)
    if (known) return known
    open.add(row)
    const place = open.size > deepest ? { problem: `上级单位的层级超过${deepest}层，请核对` } : locate(row)
    open.delete(row)
    places.set(row, place)
    return place
  }

  const locate = (row: CheckedRow): Place => {
    if (row.parent === '') return withoutParent(row, held)
    if (row.parent === row.name) return circle('上级单位不能是单位自己')
    const name = lastName(row.parent)
    const rivals = (rowsByName.get(name) ?? []).filter(other => other !== row)
    const closed = rivals.filter(other => open.has(other))
    const found = rivals.filter(other => !open.has(other)).map(other => ({ row: other.row, place: placeOf(other) }))
    const fromRows = found.flatMap(({ place }) => ('key' in place ? [place.key] : []))
    const keys = new Set([...(heldKeys.get(name) ?? []), ...fromRows].filter(key => endsWithPath(key, row.parent)))
    if (keys.size === 1) return below([...keys][0]!, row)
    if (keys.size > 1) return { problem: `有${keys.size}个“${row.parent}”，请写全，如“${[...keys][0]}”` }
    if (closed.length > 0 || found.some(({ place }) => 'circle' in place))
      return circle(`上级单位“${row.parent}”又在本单位之下，形成循环`)
    if (found.length > 0) return { problem: `上级单位“${row.parent}”所在的第${found[0]!.row}行有误，请先改正那一行` }
    return { problem: `系统和本表里都没有“${row.parent}”，请核对名称，或在表里加上这个单位` }
  }

  for (const row of rows) placeOf(row)
  return places
}

const withoutParent = (row: CheckedRow, { own }: Held): Place =>
  row.name === own.name
    ? { key: own.key, parentKey: null }
    : { problem: `请填写上级单位；直接归本单位的，填“${own.name}”` }

const below = (parentKey: string, row: CheckedRow): Place =>
  parentKey.split('/').includes(row.name)
    ? circle(`“${row.name}”已是“${row.parent}”的上级，不能放到它下面`)
    : { key: `${parentKey}/${row.name}`, parentKey }

const circle = (problem: string): Place => ({ problem, circle: true })

const lastName = (path: string) => path.slice(path.lastIndexOf('/') + 1)

const endsWithPath = (key: string, path: string) => key === path || key.endsWith(`/${path}`)
