import type { Actor } from '#kernel/access/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { approveAmount, releaseRest } from '../money/account.ts'
import { applicationFindings } from '../project/findings.ts'
import type { Project } from '../project/load.ts'
import type { State, Step } from '../shared/index.ts'
import { drawCallBacks } from '../signatures/call-back.ts'
import { proxySigns, signatureFindings } from '../signatures/findings.ts'
import { dayOfStep, requireNotBefore, requireNotFuture } from './dates.ts'
import { moveTo } from './move.ts'
import { recordStep, requireState } from './steps.ts'

/** 申报: the application goes to the village's party organisation. @throws Problem 422 `micro.not-ready` with findings */
export const submit = async (tx: Tx, actor: Actor, project: Project): Promise<void> => {
  requireState(project, 'draft')
  await requireClear(await applicationFindings(tx, project), '提交')
  await moveTo(tx, actor, project, 'secretary')
}

type Findings = Awaited<ReturnType<typeof applicationFindings>>

/** @throws Problem 422 `micro.not-ready` */
export const requireClear = (findings: Findings, what: string): void => {
  const blocks = findings.filter(({ severity }) => severity === 'block')
  if (blocks.length > 0)
    throw refuse('micro.not-ready', `还有${blocks.length}处需要改正，才能${what}。`, { status: 422, findings: blocks })
}

/** 撤回: by whoever works on it, as long as nobody at the sub-district has begun. */
export const withdraw = async (tx: Tx, actor: Actor, project: Project): Promise<void> => {
  requireState(project, 'draft', 'secretary')
  await moveTo(tx, actor, project, project.state === 'draft' ? 'withdrawn' : 'draft')
}

type Decision = { outcome: 'pass' | 'return' | 'reject'; comment: string; fen?: number | undefined }

const following: Partial<Record<Step, State>> = {
  secretary: 'office',
  office: 'leader',
  leader: 'amount',
  amount: 'meeting',
}

/** One person's step of the application: it goes on, back to the village with what to change, or no further. */
export const decideApplication = async (tx: Tx, actor: Actor, project: Project, step: Step, decision: Decision) => {
  requireState(project, step)
  const { outcome, comment, fen } = decision
  if (outcome !== 'pass' && comment === '') throw needsComment()
  await recordStep(tx, actor, project, { step, outcome, comment })
  if (outcome === 'return') return moveTo(tx, actor, project, 'draft', { comment })
  if (outcome === 'reject') return moveTo(tx, actor, project, 'rejected', { comment })
  requireClear(await signatureFindings(tx, project), '通过')
  const signs = step === 'office' ? await answerSigns(tx, project, comment) : []
  if (step === 'amount') await fixAmount(tx, actor, project, fen)
  await moveTo(tx, actor, project, following[step]!, {
    ...(fen !== undefined && { fen }),
    ...(signs.length > 0 && { signs }),
  })
  if (step === 'secretary') await drawCallBacks(tx, project)
}

/**
 * R004-03 passes only with a written word: households of the sample not yet asked, or signs that somebody signed for
 * others. @returns what there was, for the record
 * @throws Problem 422 `micro.signs`
 */
const answerSigns = async (tx: Tx, project: Project, comment: string): Promise<string[]> => {
  const signs = await proxySigns(tx, project)
  if (signs.length > 0 && comment === '')
    throw refuse('micro.signs', '还有回访没有登记，或者有疑似代签的情况。确需通过的，请在意见中写明核实情况。', {
      status: 422,
      findings: [{ path: 'comment', severity: 'block', rule: 'R004-03', message: '请写明核实情况' }, ...signs],
    })
  return signs.map(({ message }) => message)
}

const needsComment = () =>
  refuse('micro.comment', '请写明退回或者不予通过的原因。', {
    status: 422,
    findings: [{ path: 'comment', severity: 'block', message: '请写明原因' }],
  })

const fixAmount = async (tx: Tx, actor: Actor, project: Project, fen: number | undefined): Promise<void> => {
  if (fen === undefined || fen > project.askedFen)
    throw refuse('micro.amount', '请填写核定金额，不超过申请金额。', {
      status: 422,
      findings: [{ path: 'fen', severity: 'block', message: '核定金额不超过申请金额' }],
    })
  await approveAmount(tx, actor, project, fen)
}

type Meeting = {
  programmeId: number
  heldOn: string
  attendees: string
  resolution: string
  fileId: number | null
}

/** The record of a meeting of the working committee, on which projects are decided in a batch. @returns its id */
export const addMeeting = async (tx: Tx, actor: Actor, meeting: Meeting): Promise<number> => {
  await requireNotFuture(tx, { path: 'heldOn', what: '会议', on: meeting.heldOn })
  const { rows } = await sql<{ id: number }>`
    insert into micro.meeting (programme_id, held_on, attendees, resolution, file_id, recorded_by)
    values (${meeting.programmeId}, ${meeting.heldOn}, ${meeting.attendees}, ${meeting.resolution}, ${meeting.fileId},
      ${actor.accountId}) returning id`.execute(tx)
  return rows[0]!.id
}

type Resolved = { meetingId: number; heldOn: string; outcome: 'pass' | 'reject'; comment: string }

/** What the meeting decided of one project; what was not approved gives its money back to those who signed. */
export const resolve = async (tx: Tx, actor: Actor, project: Project, { heldOn, ...resolved }: Resolved) => {
  requireState(project, 'meeting')
  const fixed = { what: `“${project.title}”核定经费`, on: await dayOfStep(tx, project.id, 'amount') }
  requireNotBefore({ path: 'heldOn', what: '会议', on: heldOn }, fixed)
  if (resolved.outcome === 'pass') requireClear(await signatureFindings(tx, project), `批准“${project.title}”`)
  await recordStep(tx, actor, project, { step: 'meeting', ...resolved })
  if (resolved.outcome === 'reject') await releaseRest(tx, actor, project)
  await moveTo(tx, actor, project, resolved.outcome === 'pass' ? 'building' : 'rejected', {
    meeting: resolved.meetingId,
  })
}
