import type { Context } from 'hono'
import { refuse } from '#platform/http/index.ts'
import type { Rules } from '../../shared/index.ts'

export const plainSteps = ['choose', 'review', 'phone', 'code', 'cast'] as const
export type PlainStep = (typeof plainSteps)[number]

/** A page of the vote without script, as it was posted. */
export type Posted = {
  step: PlainStep
  go: 'back' | 'again' | 'on'
  choices: number[][]
  phone: string
  challenge: string
  answer: string
  code: string
  token: string
  serial: string
  salt: string
}

/** Reads a posted page; unknown fields are left aside, numbers are put in rising order. */
export const readPosted = async (c: Context, rules: Pick<Rules, 'categories'>): Promise<Posted> => {
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw refuse('input.syntax', '提交的内容不完整，请返回上一页再试。', { status: 400 })
  })
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].slice(0, 500) : '')
  const numbers = (name: string) =>
    [...new Set([body[name] ?? []].flat().map(Number))].filter(Number.isSafeInteger).sort((a, b) => a - b)
  const go = text('go')
  return {
    step: plainSteps.find(step => step === text('step')) ?? 'choose',
    go: go === 'back' || go === 'again' ? go : 'on',
    choices: rules.categories.map(({ key }) => numbers(`c-${key}`)),
    phone: text('phone'),
    challenge: text('challenge'),
    answer: text('answer'),
    code: text('code'),
    token: text('token'),
    serial: text('serial'),
    salt: text('salt'),
  }
}
