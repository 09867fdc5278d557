import type { Actor } from '#kernel/access/index.ts'
import { type FileRow, findFile, keepFiles, presentFile } from '#kernel/files/index.ts'
import { type Answers, type FormDefinition, fieldsOf, photoAnswerOf } from '#kernel/forms/shared/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'

/** Keys of the files that a draft names, wherever they stand. */
const fileKeysIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(fileKeysIn)
  if (typeof value !== 'object' || value === null) return []
  const { fileId } = value as { fileId?: unknown }
  return [...(typeof fileId === 'string' && fileId ? [fileId] : []), ...Object.values(value).flatMap(fileKeysIn)]
}

const known = (value: unknown) => new Set(fileKeysIn(value))

/**
 * Claims the files that a draft or a report newly names (scans of seals, photographs, proofs, papers), so that nothing
 * sweeps them. What a page merely claims proves nothing: each must have been uploaded by this unit or one below it.
 * @throws Problem 422 `file.unknown`
 */
export const claimFiles = async (
  tx: Tx,
  actor: Actor,
  unitPath: string,
  purpose: string,
  before: unknown,
  after: unknown,
): Promise<void> => {
  const held = known(before)
  const fresh = [...known(after)].filter(key => !held.has(key))
  const files: FileRow[] = []
  for (const key of fresh) {
    const file = await findFile(tx, key)
    if (!file || !mayName(actor, unitPath, file)) throw unknownFile()
    files.push(file)
  }
  await keepFiles(tx, actor, fresh, purpose, idsOf(files))
}

const idsOf = (files: FileRow[]) => files.map(({ id }) => id)

const mayName = (actor: Actor, unitPath: string, file: FileRow) =>
  file.public || file.uploadedBy === actor.id || (file.unitPath?.startsWith(unitPath) ?? false)

const unknownFile = () =>
  refuse('file.unknown', '有附件没有找到，可能上传已过期，请重新上传后再保存。', { status: 422 })

/** Photographs with what inspection measured of the stored picture; only the name is the page's to choose. */
export const measurePhotos = async (tx: Tx, form: FormDefinition, answers: Answers): Promise<Answers> => {
  const measured: Answers = { ...answers }
  for (const { key } of fieldsOf(form).filter(({ kind }) => kind === 'photo')) {
    const given = answers[key] as { fileId?: string; name?: string } | null | undefined
    if (!given?.fileId) continue
    const file = await findFile(tx, given.fileId)
    const photo = file && photoAnswerOf(presentFile(file))
    if (!photo) throw refuse('picture.none', '上传的文件不是照片，请选择JPG或PNG格式的照片。', { status: 422 })
    measured[key] = { ...photo, name: given.name || photo.name }
  }
  return measured
}
