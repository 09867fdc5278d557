import type { Context } from 'hono'
import { readPosted } from '#kernel/publicity/site/index.tsx'
import type { Opening } from '../opening.ts'
import { inputName, steps, type Typed } from '../typed.ts'

export type Posted = { typed: Typed; step: number; go: 'next' | 'back' | 'send'; files: File[] }

/** Far above any limit of the form, so that what is too long can still be shown with its error. */
const mostCharacters = 10_000

/** Reads one step of the form with what the earlier ones carried along. */
export const readStep = async (c: Context, opening: Opening): Promise<Posted> => {
  const { text: whole, token, sent, files } = await readPosted(c)
  const text = (name: string) => whole(name).slice(0, mostCharacters)
  const typed = {
    token,
    byOther: opening.byOthers && text('byOther') === 'yes',
    category: opening.categories.length === 1 ? opening.categories[0]!.key : text('category'),
    submissionId: text('submissionId'),
    answers: Object.fromEntries(opening.fields.map(({ key }) => [key, text(inputName(key))])),
    reason: text('reason'),
    senderName: text('senderName').slice(0, 40),
    phone: text('phone').slice(0, 40),
    sent,
  }
  const step = Math.min(Math.max(Number.parseInt(text('step'), 10) || 0, 0), steps.length - 1)
  const go = text('go') === 'back' ? 'back' : text('go') === 'send' ? 'send' : 'next'
  return { typed, step, go, files }
}
