import type { ComponentType, LazyExoticComponent, ReactNode } from 'react'

/** Groups of the navigation, in this order. Only groups with a screen are shown. */
export type NavGroup = '听' | '办' | '评' | '奖' | '共用' | '管理'

/** A link in the navigation beside the page. */
export type DeskNav = {
  group?: NavGroup
  label: string
  icon?: ReactNode
  /** Small first, within the group. */
  order: number
  /** Shown only to a post that has it, or one of several. */
  permission?: string | string[]
  /** A hook giving the number beside the label: things that wait. Must obey the rules of hooks. */
  useCount?: () => number | undefined
}

/** A screen that a room contributes to the desk: its path below /desk (React Router pattern) and its lazy component. */
export type DeskScreen = {
  path: string
  element: LazyExoticComponent<ComponentType>
  nav?: DeskNav
}

/** Something small in the top bar: a bell, a clock. */
export type DeskTool = {
  element: LazyExoticComponent<ComponentType>
  order: number
}

/** What a room's desk/index.tsx exports besides its components. */
export type DeskDoor = { screens?: DeskScreen[]; tools?: DeskTool[] }
