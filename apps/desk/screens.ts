import { screens as access } from '#kernel/access/desk/index.tsx'
import { screens as calendar } from '#kernel/calendar/desk/index.tsx'
import { screens as messages, tools as messageTools } from '#kernel/notifications/desk/index.tsx'
import { screens as publicity } from '#kernel/publicity/desk/index.tsx'
import { screens as units } from '#kernel/units/desk/index.tsx'
import { screens as ballot } from '#modules/ballot/desk/index.tsx'
import { screens as micro, tools as microTools } from '#modules/micro-projects/desk/index.tsx'
import { screens as selection } from '#modules/selection/desk/index.tsx'
import type { DeskScreen, DeskTool, NavGroup } from '#platform/ui/desk/screen.ts'

/**
 * The rooms with screens, each by its desk door; a new room adds its line here (screens.test.ts finds a forgotten one).
 * Named imports, so that what else stands at a door loads later.
 */
export const screens: DeskScreen[] = [
  ...access,
  ...ballot,
  ...calendar,
  ...messages,
  ...micro,
  ...publicity,
  ...selection,
  ...units,
]

/** Small things in the top bar, from the left. */
export const tools: DeskTool[] = [...messageTools, ...microTools].sort((a, b) => a.order - b.order)

const groupOrder: (NavGroup | undefined)[] = [undefined, '听', '办', '评', '奖', '共用', '管理']

/** A navigation link with the address it leads to. */
export type NavItem = NonNullable<DeskScreen['nav']> & { path: string }

/** The navigation for a post, in groups; empty groups are left out. */
export const navigationFor = (permissions: string[]) => {
  const items: NavItem[] = screens.flatMap(({ path, nav }) => (nav ? [{ ...nav, path: `/${path}` }] : []))
  const allowed = items.filter(
    ({ permission }) => !permission || [permission].flat().some(each => permissions.includes(each)),
  )
  return groupOrder
    .map(group => ({ group, items: allowed.filter(i => i.group === group).sort((a, b) => a.order - b.order) }))
    .filter(({ items }) => items.length > 0)
}
