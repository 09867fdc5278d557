import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import { departmentOf, loadRequest, type VetRequest, type Vetting } from './load.ts'

type Typed = { nominationId: number; opinion: 'none' | 'objection' | null; reason: string }

/** Keeps what a department has chosen so far; what it has sent already stays as it was sent. */
export const saveOpinions = async (tx: Tx, request: VetRequest, opinions: Typed[]): Promise<void> => {
  requireOpenStage(request.vetting.run)
  for (const { nominationId, opinion, reason } of opinions)
    await sql`update selection.vet_opinion
      set opinion = ${opinion}, reason = ${opinion === 'objection' ? reason : null}
      where request_id = ${request.id} and nomination_id = ${nominationId} and at is null`.execute(tx)
}

type Draft = { nominationId: number; name: string; opinion: 'none' | 'objection' | null; reason: string | null }

/** What is asked and not yet sent; names that have left the list meanwhile are no longer asked about. */
const draftsOf = async (tx: Tx, requestId: number): Promise<Draft[]> => {
  const { rows } = await sql<Draft>`
    select o.nomination_id as "nominationId", m.name, o.opinion, o.reason
    from selection.vet_opinion o join selection.nomination m on m.id = o.nomination_id
    where o.request_id = ${requestId} and o.at is null and m.state <> 'removed'`.execute(tx)
  return rows
}

/**
 * Sends the department's answers: from here they count, and each objection freezes its name.
 * @throws Problem `vet.incomplete`
 */
export const answerRequest = async (tx: Tx, actor: Actor, request: VetRequest): Promise<void> => {
  requireOpenStage(request.vetting.run)
  const drafts = await draftsOf(tx, request.id)
  const missing = drafts.filter(({ opinion, reason }) => !opinion || (opinion === 'objection' && !reason?.trim()))
  if (missing.length > 0)
    throw refuse('vet.incomplete', `还有${missing.length}个推荐对象没有填完：有异议的须说明情况。`, {
      status: 422,
      findings: missing.map(({ nominationId, name, opinion }) => ({
        path: `opinions.${nominationId}`,
        message: opinion ? `“${name}”有异议，请说明情况。` : `请选择对“${name}”的意见。`,
      })),
    })
  await sql`update selection.vet_opinion set at = app.now(), channel = 'online'
    where request_id = ${request.id} and at is null and opinion is not null`.execute(tx)
  await settle(tx, actor, request, { answeredBy: actor.name, drafts })
}

export type Sheet = { requestId: number; sealedOn: string; objections: { nominationId: number; reason: string }[] }

/**
 * 代录: enters stamped sheets with their scan. A name without an objection on the sheet is 无异议.
 * @throws Problem `vet.foreign`, `vet.answered`, `file.unknown`
 */
export const enterPaper = async (
  tx: Tx,
  actor: Actor,
  vetting: Vetting,
  { fileKey, sheets }: { fileKey: string; sheets: Sheet[] },
): Promise<void> => {
  requireOpenStage(vetting.run)
  const [file] = await keepFiles(tx, actor, [fileKey], 'vetting')
  for (const sheet of sheets) {
    const request = await loadRequest(tx, sheet.requestId)
    if (
      !request ||
      request.vetting.run.id !== vetting.run.id ||
      request.vetting.submission?.id !== vetting.submission?.id
    )
      throw refuse('vet.foreign', '征求意见表与名单不符，请刷新后再试。', { status: 422 })
    if (request.state === 'answered')
      throw refuse('vet.answered', `${departmentOf(vetting, request.department).name}已经回复，不能再代录。`)
    await enterSheet(tx, actor, request, { ...sheet, fileId: file!.id })
  }
}

const enterSheet = async (tx: Tx, actor: Actor, request: VetRequest, sheet: Sheet & { fileId: number }) => {
  const drafts = await draftsOf(tx, request.id)
  for (const { nominationId } of sheet.objections)
    if (!drafts.some(draft => draft.nominationId === nominationId))
      throw refuse('vet.foreign', '征求意见表与名单不符，请刷新后再试。', { status: 422 })
  for (const { nominationId } of drafts) {
    const objection = sheet.objections.find(each => each.nominationId === nominationId)
    await sql`update selection.vet_opinion
      set opinion = ${objection ? 'objection' : 'none'}, reason = ${objection?.reason ?? null}, channel = 'paper',
        sealed_on = ${sheet.sealedOn}, at = app.now()
      where request_id = ${request.id} and nomination_id = ${nominationId}`.execute(tx)
  }
  await sql`update selection.vet_request set paper_file_id = ${sheet.fileId}, entered_by = ${actor.accountId}
    where id = ${request.id}`.execute(tx)
  const entered = drafts.map(draft => ({
    ...draft,
    opinion: sheet.objections.some(({ nominationId }) => nominationId === draft.nominationId)
      ? ('objection' as const)
      : ('none' as const),
  }))
  await settle(tx, actor, request, { answeredBy: null, drafts: entered })
}

type Settled = { answeredBy: string | null; drafts: Draft[] }

const settle = async (tx: Tx, actor: Actor, request: VetRequest, { answeredBy, drafts }: Settled) => {
  const objected = drafts.filter(({ opinion }) => opinion === 'objection').map(({ nominationId }) => nominationId)
  await sql`update selection.vet_request set state = 'answered', answered_at = app.now(),
      answered_by = coalesce(${answeredBy}, answered_by) where id = ${request.id}`.execute(tx)
  if (!request.vetting.submission) await freeze(tx, request.vetting, objected)
  await tellAsker(tx, request, objected.length)
  await record(tx, actor, {
    action: answeredBy ? 'selection.vet.answer' : 'selection.vet.enter',
    subjectKind: 'vet-request',
    subjectId: request.id,
    detail: { department: request.department, names: drafts.length, objections: objected.length },
  })
}

/** 暂缓: the name stays in the pool and goes nowhere until the objection is concluded. */
const freeze = async (tx: Tx, { run }: Vetting, ids: number[]) => {
  await sql`update selection.pool_entry set outcome = 'suspended', reason = '征求意见中，暂缓', decided_at = app.now()
    where stage_run_id = ${run.id} and nomination_id = any(${ids}::bigint[]) and outcome <> 'out'`.execute(tx)
}

/** The clerk learns that an answer is in, the officers that there is something to conclude; reasons go in no message. */
const tellAsker = async (tx: Tx, { department, vetting }: VetRequest, objections: number) => {
  const { campaign } = vetting.run
  const name = departmentOf(vetting, department).name
  const clerks = await postsWithRole(tx, vetting.askerId, vetting.submission ? 'recommender' : 'organiser')
  const link = pageOf(vetting)
  await notify(tx, {
    postIds: clerks,
    subject: `${name}已回复“${campaign.shortTitle}”征求意见`,
    body: objections > 0 ? '有需要作出处理结论的名字，已提醒异议受理人。' : '全部无异议。',
    link,
    campaignId: campaign.id,
  })
  if (objections > 0)
    await notify(tx, {
      postIds: await postsWithRole(tx, vetting.askerId, 'objection-officer'),
      subject: `“${campaign.shortTitle}”征求意见有${objections}个名字待作出处理结论`,
      body: `${name}提出异议，结论作出之前名字暂缓。`,
      link,
      campaignId: campaign.id,
    })
}

/** Where in the desk a vetting is dealt with. */
export const pageOf = ({ run, submission, stage }: Vetting): string =>
  submission
    ? `/selection/submissions/${submission.id}/vetting/${stage.key}`
    : `/selection/campaigns/${run.campaign.id}/stages/${stage.key}`
