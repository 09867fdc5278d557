import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type FileRow, keepFiles } from '#kernel/files/index.ts'
import {
  type Answers,
  appliesTo,
  EMPTY_OPINION,
  fieldsOf,
  type OpinionAnswer,
  sealState,
} from '#kernel/forms/shared/index.ts'
import { businessToday, type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Nomination, Submission } from '../load.ts'
import { type PrintedNominee, printedNominees } from '../papers/form/nominee.ts'
import { contentHash } from '../papers/sheet/content-hash.ts'
import { categoryOf, formOf } from '../plan/lookup.ts'
import { editable, type NominationState, type Plan } from '../shared/index.ts'
import type { SealCell } from './shared/api.ts'

type Sealed = { plan: Plan; category: string; unitClass: string; answers: Answers }

/** Cells of the form that a unit or another office has to stamp, and where each stands. */
export const sealsOf = ({ plan, category, unitClass, answers }: Sealed): SealCell[] =>
  fieldsOf(formOf(plan, category))
    .filter(field => field.kind === 'opinion' && field.seal && field.filledBy === 'unit')
    .filter(field => appliesTo(field, unitClass))
    .map(({ key, label }) => ({
      path: `answers.${key}`,
      label,
      state: sealState(answers[key] as OpinionAnswer | undefined),
    }))

/** Nominees whose stamped sheets all show an older text than what stands here now (重新盖章), and how many pages there are. */
export const scansOf = async (db: Db, nominees: PrintedNominee[]) => {
  const { rows } = await sql<{ id: number; hash: string; scans: number }>`
    select nomination_id as id, hash, cardinality(scan_ids) as scans from papers.sheet
    where nomination_id = any(${nominees.map(({ id }) => id)}::bigint[]) and cardinality(scan_ids) > 0`.execute(db)
  return (nominee: PrintedNominee) => {
    const own = rows.filter(({ id }) => id === nominee.id)
    const current = contentHash(nominee)
    const scans = own.reduce((sum, each) => sum + each.scans, 0)
    return { scans, reseal: own.length > 0 && own.every(({ hash }) => hash !== current) }
  }
}

/** Each nominee of a list with the seals of its form. */
export const sealsOfList = async (db: Db, { id, plan, unitClass }: Submission) => {
  const { rows } = await sql<{ id: number }>`
    select id from selection.nomination where submission_id = ${id} and state <> 'removed'`.execute(db)
  const nominees = await printedNominees(
    db,
    plan,
    rows.map(row => row.id),
  )
  const scans = await scansOf(db, nominees)
  return nominees.map(nominee => ({
    id: nominee.id,
    name: nominee.name,
    categoryName: categoryOf(plan, nominee.category).name,
    seals: sealsOf({ plan, category: nominee.category, unitClass, answers: nominee.answers }),
    ...scans(nominee),
  }))
}

export type StampedPage = {
  fileKey: string
  page: number
  paths: string[]
  sealedOn: string
  code?: string | undefined
}

/** A cell may be filled while the form is open, and later where its seal was promised. */
const refuseClosed = (state: NominationState, cells: SealCell[], paths: string[]) => {
  for (const path of paths) {
    const cell = cells.find(each => each.path === path)
    if (!cell) throw refuse('seal.unknown', '表中没有这一盖章栏，请刷新后再选。', { status: 422 })
    if (!editable.includes(state) && cell.state !== 'promised')
      throw refuse('seal.closed', `“${cell.label}”已随表上报，不能再改；需要更换的，请先撤回或由上级退回。`)
  }
}

/**
 * Puts one page of a scan to the cells stamped on it. Nothing else of the form changes.
 * @returns how many seals of this nominee are still missing
 * @throws Problem `seal.unknown`, `seal.closed`, `seal.date`, `file.unknown`
 */
export const attachScan = async (
  tx: Tx,
  actor: Actor,
  nomination: Nomination,
  stamped: StampedPage,
): Promise<number> => {
  const { answers } = await tx
    .selectFrom('selection.nomination')
    .select('answers')
    .where('id', '=', nomination.id)
    .executeTakeFirstOrThrow()
  refuseClosed(nomination.state, sealsOf({ ...nomination, answers }), stamped.paths)
  if (stamped.sealedOn > (await businessToday(tx)))
    throw refuse('seal.date', '盖章日期晚于今天，请核对。', { status: 422 })
  const [file] = await keepFiles(tx, actor, [stamped.fileKey], 'evidence')
  const changed = withScan(answers, stamped, file!)
  await sql`update selection.nomination set answers = ${JSON.stringify(changed)}::jsonb, revision = revision + 1
    where id = ${nomination.id}`.execute(tx)
  await keepOnSheet(tx, nomination.id, stamped, file!)
  await record(tx, actor, {
    action: 'selection.nomination.scan',
    subjectKind: 'nomination',
    subjectId: nomination.id,
    detail: { paths: stamped.paths, page: stamped.page, sha256: file!.sha256, code: stamped.code ?? null },
  })
  return sealsOf({ ...nomination, answers: changed }).filter(({ state }) => state !== 'present').length
}

const withScan = (answers: Answers, { paths, page, sealedOn }: StampedPage, file: FileRow): Answers => {
  const evidence = { kind: 'scan', fileId: file.key, name: file.name, page }
  const cells = paths.map(path => path.slice('answers.'.length))
  const sealed = cells.map(key => [
    key,
    { ...EMPTY_OPINION, ...(answers[key] as Partial<OpinionAnswer> | undefined), date: sealedOn, evidence },
  ])
  return { ...answers, ...Object.fromEntries(sealed) }
}

const keepOnSheet = async (tx: Tx, nominationId: number, { code, sealedOn }: StampedPage, file: FileRow) => {
  if (!code) return
  await sql`update papers.sheet set sealed_at = ${sealedOn}::date,
      scan_ids = (select array_agg(distinct each) from unnest(scan_ids || ${file.id}::bigint) each)
    where code = ${code} and nomination_id = ${nominationId}`.execute(tx)
}
