import type { Tone } from '#platform/ui/desk/index.ts'
import type { Category, ElectionState, Rules } from '../shared/index.ts'

/** How a state feels: prepared, running, waiting for officers, settled. */
export const toneOf = (state: ElectionState): Tone => tones[state]

const tones: Record<ElectionState, Tone> = {
  draft: 'plain',
  open: 'done',
  closed: 'near',
  drained: 'near',
  final: 'near',
  published: 'gold',
}

/** “选8—10名，可以不选”. */
export const limitWords = ({ min, max, blank }: Pick<Category, 'min' | 'max' | 'blank'>): string =>
  `选${min === max ? max : `${min}—${max}`}名${blank ? '，可以不选' : ''}`

export const censusWords: Record<Rules['eligibility']['census'], string> = {
  none: '不核对名册，凭手机验证码投票',
  labels: '在名册上的按名册分组，其余按默认分组',
  required: '只有名册上的人可以投票',
}

export const orderWords: Record<Rules['order'], string> = {
  shuffled: '每位投票人看到的次序随机打乱',
  official: '按名单次序排列',
}
