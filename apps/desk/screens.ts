import type { DeskDoor, DeskScreen, DeskTool, NavGroup } from '#platform/ui/desk/screen.ts'

/** Every room with screens has them at its desk door; what it does not offer is not shown. */
const doors = Object.values(
  import.meta.glob<DeskDoor>(['../../kernel/*/desk/index.tsx', '../../modules/*/desk/index.tsx'], { eager: true }),
)

export const screens: DeskScreen[] = doors.flatMap(door => door.screens ?? [])

/** Small things for the top bar, from the left. */
export const tools: DeskTool[] = doors.flatMap(door => door.tools ?? []).sort((a, b) => a.order - b.order)

const groupOrder: (NavGroup | undefined)[] = [undefined, '听', '办', '评', '奖', '共用', '管理']

/** A navigation link with the address it leads to. */
export type NavItem = NonNullable<DeskScreen['nav']> & { path: string }

/** The navigation for a post, in groups; empty groups are left out. */
export const navigationFor = (permissions: string[]) => {
  const items: NavItem[] = screens.flatMap(({ path, nav }) => (nav ? [{ ...nav, path: `/${path}` }] : []))
  const allowed = items.filter(({ permission }) => !permission || permissions.includes(permission))
  return groupOrder
    .map(group => ({ group, items: allowed.filter(i => i.group === group).sort((a, b) => a.order - b.order) }))
    .filter(({ items }) => items.length > 0)
}
