/** States of an honour in its register, in the words of the public check. */
export const honourStates = { valid: '有效', superseded: '已被新荣誉替代', revoked: '已撤销' } as const
export type HonourState = keyof typeof honourStates

/** From which states one comes to a state: an honour that was revoked is made valid before anything else. */
export const honourStatesBefore: Record<HonourState, readonly HonourState[]> = {
  valid: ['superseded', 'revoked'],
  superseded: ['valid'],
  revoked: ['valid', 'superseded'],
}

/** Where an honour can go from its state, the gravest move last. */
export const honourStatesAfter = (state: HonourState): HonourState[] =>
  (['valid', 'superseded', 'revoked'] as const).filter(next => honourStatesBefore[next].includes(state))
