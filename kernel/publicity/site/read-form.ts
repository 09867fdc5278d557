import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { receive, storeFile } from '#kernel/files/index.ts'
import type { Db } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { readPosted } from './posted.tsx'

/** The form as it was typed, to be shown again when something must be corrected. */
export type Typed = {
  /** Names this one filling-in: a second click is the same objection, and its files belong to it. */
  token: string
  itemKey: string
  anonymous: boolean
  name: string
  phone: string
  words: string
  sent: { key: string; name: string }[]
}

export const blankForm = (itemKey = ''): Typed => ({
  token: randomUUID(),
  itemKey,
  anonymous: false,
  name: '',
  phone: '',
  words: '',
  sent: [],
})

const MOST_FILES = 5
const MOST_BYTES = 10 * 1024 * 1024
/** Of the whole form, kept in memory while it is read. */
export const maxFormBytes = 30 * 1024 * 1024

export type ReadForm = { typed: Typed; files: File[] }
/** What a public form sent along, and by which token its files belong together. */
export type SentFiles = { typed: Pick<Typed, 'token' | 'sent'>; files: File[] }

/** Reads the posted form. */
export const readForm = async (c: Context): Promise<ReadForm> => {
  const { text, token, sent, files } = await readPosted(c)
  const [itemKey, name, phone, words] = [text('itemKey'), text('name'), text('phone'), text('words')]
  return { typed: { token, itemKey, anonymous: text('anonymous') === 'yes', name, phone, words, sent }, files }
}

/** Who the files of a form belong to until the objection takes them over. */
export const uploaderOf = ({ token }: Pick<Typed, 'token'>) => ({ id: `form:${token}`, unitId: null })

/** Keeps the files that came with the form. @returns what was kept, and what is wrong with the rest */
export const keepSent = async (
  db: Db,
  { typed, files }: SentFiles,
): Promise<{ sent: Typed['sent']; error?: string }> => {
  const sent = [...typed.sent]
  for (const file of files) {
    const error = await keepOne(db, typed, file, sent)
    if (error) return { sent, error }
  }
  return { sent }
}

const keepOne = async (
  db: Db,
  typed: SentFiles['typed'],
  file: File,
  sent: Typed['sent'],
): Promise<string | undefined> => {
  if (sent.length >= MOST_FILES) return `证据材料最多${MOST_FILES}个，“${file.name}”没有收下。`
  if (file.size > MOST_BYTES) return `“${file.name}”超过10 MB，没有收下，请压缩后再传。`
  try {
    const received = await receive(file.stream() as never, file.size)
    const { key, name } = await storeFile(db, uploaderOf(typed), received, file.name)
    sent.push({ key, name })
    return undefined
  } catch (error) {
    if (error instanceof Problem) return `“${file.name}”没有收下：${error.message}`
    throw error
  }
}
