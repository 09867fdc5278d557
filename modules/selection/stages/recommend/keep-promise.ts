import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type FileRow, keepFiles } from '#kernel/files/index.ts'
import { businessToday, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Submission } from '../../load.ts'
import { promisesOf } from './promises.ts'
import type { PromisedItem } from './shared/api.ts'

export type Kept = { nominationId: number | null; path: string; fileKey: string; sealedOn?: string | undefined }

/**
 * 补章: puts the scan where a promise stood. What was handed in stays as it is; nothing but the promise changes.
 * @returns how many promises of the unit are left
 * @throws Problem `promise.none`, `promise.date`, `file.unknown`
 */
export const keepPromise = async (tx: Tx, actor: Actor, submission: Submission, kept: Kept): Promise<number> => {
  const items = await promisesOf(tx, submission.plan, { submissionId: submission.id, drafts: true })
  const item = items.find(({ nominationId, path }) => nominationId === kept.nominationId && path === kept.path)
  if (!item) throw refuse('promise.none', '这一项没有待补的盖章件，可能已由他人补交，请刷新查看。')
  if (kept.sealedOn && kept.sealedOn > (await businessToday(tx)))
    throw refuse('promise.date', '盖章日期晚于今天，请核对。', { status: 422 })
  const [file] = await keepFiles(tx, actor, [kept.fileKey], 'evidence')
  await (item.nominationId === null ? putInReport : putInNomination)(tx, item, file!, kept.sealedOn)
  await record(tx, actor, {
    action: 'selection.promise.keep',
    subjectKind: item.nominationId === null ? 'submission' : 'nomination',
    subjectId: item.nominationId ?? submission.id,
    detail: { path: item.path, promisedBy: item.promisedBy, sha256: file!.sha256 },
  })
  return items.length - 1
}

const scanOf = (file: FileRow) => JSON.stringify({ kind: 'scan', fileId: file.key, name: file.name, page: 1 })
const paperOf = (file: FileRow) => JSON.stringify({ fileId: file.key, name: file.name })

const putInNomination = async (tx: Tx, { nominationId, path }: PromisedItem, file: FileRow, sealedOn?: string) => {
  const [place, key] = path.split('.') as ['answers' | 'seals' | 'materials', string]
  const cell = place === 'answers' ? [key] : [place, key]
  const column = place === 'answers' ? sql`answers` : sql`particulars`
  const changed =
    place === 'materials'
      ? sql`jsonb_set(particulars, ${cell}::text[], ${paperOf(file)}::jsonb)`
      : sql`jsonb_set(jsonb_set(${column}, ${[...cell, 'evidence']}::text[], ${scanOf(file)}::jsonb),
          ${[...cell, 'date']}::text[], coalesce(to_jsonb(${sealedOn ?? null}::text), ${column} #> ${[...cell, 'date']}::text[]))`
  await sql`update selection.nomination set ${column} = ${changed}, revision = revision + 1
    where id = ${nominationId}`.execute(tx)
}

const putInReport = async (tx: Tx, { submissionId, path }: PromisedItem, file: FileRow, sealedOn?: string) => {
  if (path === 'report' && !sealedOn) throw refuse('promise.date', '请填写推荐情况报告的盖章日期。', { status: 422 })
  const changed =
    path === 'report'
      ? sql`jsonb_set(report - 'promisedBy', '{sealedOn}', to_jsonb(${sealedOn}::text))
          || jsonb_build_object('scan', ${paperOf(file)}::jsonb)`
      : sql`jsonb_set(report, ${['materials', path.split('.')[1]!]}::text[], ${paperOf(file)}::jsonb)`
  await sql`update selection.submission set report = ${changed}, revision = revision + 1
    where id = ${submissionId}`.execute(tx)
}
