import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { acceptedFiles } from '#kernel/files/shared/index.ts'
import { refuse } from '#platform/http/index.ts'
import { FormField } from '#platform/ui/site/index.ts'

type Sent = { key: string; name: string }

/** A public form as it was posted: unknown and repeated fields are left aside. */
export const readPosted = async (c: Context) => {
  const body = await c.req.parseBody({ all: true }).catch(() => {
    throw refuse('input.syntax', '提交的内容不完整，请返回上一页再试。', { status: 400 })
  })
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '')
  const listed = (name: string) => [body[name] ?? []].flat()
  return {
    text,
    /** Names this one filling-in: a second click is the same act, and its files belong to it. */
    token: /^[\da-f-]{36}$/.test(text('token')) ? text('token') : randomUUID(),
    sent: listed('sent').flatMap((sent): Sent[] => (typeof sent === 'string' ? [splitSent(sent)] : [])),
    files: listed('evidence').filter((file): file is File => file instanceof File && file.size > 0),
  }
}

/** A hidden field names a file that was kept before: “key/name”. */
const splitSent = (sent: string): Sent => {
  const cut = sent.indexOf('/')
  return { key: sent.slice(0, cut), name: sent.slice(cut + 1, cut + 200) }
}

/** Files kept already, carried along. */
export const CarriedFiles = ({ sent }: { sent: Sent[] }) => (
  <>
    {sent.map(({ key, name }) => (
      <input type="hidden" name="sent" value={`${key}/${name}`} />
    ))}
  </>
)

type EvidenceProps = { label: string; sent: Sent[]; error: string | undefined }

/** Asks for files, and says which have come already. */
export const EvidenceField = ({ label, sent, error }: EvidenceProps) => (
  <>
    <CarriedFiles sent={sent} />
    {sent.map(({ name }) => (
      <p class="hint">已上传：{name}</p>
    ))}
    <FormField
      name="evidence"
      label={label}
      kind="file"
      multiple
      accept={acceptedFiles}
      hint="照片、PDF 或 Word，最多5个，每个不超过10 MB。照片里的拍摄地点会自动去掉。"
      {...(error && { error })}
    />
  </>
)
