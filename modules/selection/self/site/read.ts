import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { splitSent } from '#kernel/publicity/site/index.tsx'
import { refuse } from '#platform/http/index.ts'
import type { Opening } from '../opening.ts'
import { inputName, steps, type Typed } from '../typed.ts'

export type Posted = { typed: Typed; step: number; go: 'next' | 'back' | 'send'; files: File[] }

/** Far above any limit of the form, so that what is too long can still be shown with its error. */
const mostCharacters = 10_000

/** Reads one step of the form with what the earlier ones carried along. Unknown and repeated fields are left aside. */
export const readPosted = async (c: Context, opening: Opening): Promise<Posted> => {
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw refuse('input.syntax', '提交的内容不完整，请返回上一页再试。', { status: 400 })
  })
  const text = (name: string) => (typeof body[name] === 'string' ? body[name].slice(0, mostCharacters) : '')
  const listed = (name: string) => [body[name] ?? []].flat()
  const typed = {
    token: /^[\da-f-]{36}$/.test(text('token')) ? text('token') : randomUUID(),
    byOther: opening.byOthers && text('byOther') === 'yes',
    category: opening.categories.length === 1 ? opening.categories[0]!.key : text('category'),
    submissionId: text('submissionId'),
    answers: Object.fromEntries(opening.fields.map(({ key }) => [key, text(inputName(key))])),
    reason: text('reason'),
    senderName: text('senderName').slice(0, 40),
    phone: text('phone').slice(0, 40),
    sent: listed('sent').flatMap(sent => (typeof sent === 'string' ? [splitSent(sent)] : [])),
  }
  const step = Math.min(Math.max(Number.parseInt(text('step'), 10) || 0, 0), steps.length - 1)
  const go = text('go') === 'back' ? 'back' : text('go') === 'send' ? 'send' : 'next'
  const files = listed('evidence').filter((file): file is File => file instanceof File && file.size > 0)
  return { typed, step, go, files }
}
