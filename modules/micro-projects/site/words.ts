import type { StageStep } from '#platform/ui/site/index.ts'
import { type State, yuan } from '../shared/index.ts'

/** The navigation link all these pages belong to. */
export const active = '/micro'

/** Where a project stands, as a neighbour would ask. */
export const statusWords = (state: State): string => {
  if (state === 'building') return '正在做'
  if (state === 'completed') return '做好了，准备公示'
  if (state === 'publicity') return '做好了，正在公示'
  if (state === 'acceptance' || state === 'committee') return '正在验收'
  return '已经验收'
}

const line = ['批准', '实施', '公示', '验收', '拨付'] as const
const nowAt: Partial<Record<State, number>> = {
  ...{ building: 1, completed: 2, publicity: 2, acceptance: 3, committee: 3, accepted: 4, paid: 5 },
}

/** The way of a project from its approval on. */
export const stepsOf = (state: State): StageStep[] => {
  const now = nowAt[state] ?? 0
  return line.map((name, at) => ({ name, state: at < now ? 'past' : at === now ? 'now' : 'next' }))
}

export const money = (fen: number) => `${yuan(fen)}元`
export const pictureAddress = (code: string, id: number, size?: '320' | '1280') =>
  `/micro/projects/${code}/pictures/${id}${size ? `?size=${size}` : ''}`
