import type { WrittenReason } from '../shared/index.ts'

/** A confirmation stands only while the reason's words stand, and nobody can type one in. */
export const keepConfirmations = (before: WrittenReason[], after: WrittenReason[]): WrittenReason[] =>
  after.map(({ rule, text }) => {
    const confirmed = before.find(each => each.rule === rule && each.text === text)?.confirmedBy
    return { rule, text, ...(confirmed && { confirmedBy: confirmed }) }
  })
