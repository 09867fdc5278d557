import { type Actor, issueSlip, revokeSlips, slipLink, slipsOf } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { endOfDay } from '#kernel/calendar/shared/index.ts'
import { notify, postsWithRole, secretPlace } from '#kernel/notifications/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import { departmentOf, type VetRequest, type Vetting } from './load.ts'

/** Names the unit whose posts with the role `vetter` answer for the department; null leaves slip and paper. */
export const setRecipient = async (tx: Tx, actor: Actor, request: VetRequest, unitId: number | null): Promise<void> => {
  if (unitId !== null && (await postsWithRole(tx, unitId, 'vetter')).length === 0)
    throw refuse('vet.no-post', '这个单位还没有“审查部门”岗位，请先在“单位与岗位”中设置，或改用手机链接。', {
      status: 422,
    })
  await sql`update selection.vet_request set unit_id = ${unitId} where id = ${request.id}`.execute(tx)
  const { campaign } = request.vetting.run
  if (unitId !== null && request.state === 'open')
    await notify(tx, {
      postIds: await postsWithRole(tx, unitId, 'vetter'),
      subject: `${request.vetting.askerName}就“${campaign.shortTitle}”征求意见`,
      body: `请以${departmentOf(request.vetting, request.department).name}名义对推荐对象名单提出审查意见。`,
      link: `/vet/${request.id}`,
      campaignId: campaign.id,
    })
  await record(tx, actor, {
    action: 'selection.vet.recipient',
    subjectKind: 'vet-request',
    subjectId: request.id,
    detail: { department: request.department, unitId },
  })
}

export type SlipFor = { holder: string; unitName: string; phone: string; validUntil: string }

/**
 * Sends a person a link that opens this request and nothing else; an earlier one stops working.
 * @param requestUrl of the clerk's own request, whose beginning the link has where no address of the site is set
 */
export const sendSlip = async (tx: Tx, actor: Actor, request: VetRequest, slip: SlipFor, requestUrl: string) => {
  requireOpenStage(request.vetting.run)
  const { validUntil, ...person } = slip
  await revokeSlips(tx, actor, 'vet', request.id)
  const { token } = await issueSlip(tx, actor, {
    purpose: 'vet',
    subjectId: request.id,
    ...person,
    expiresAt: endOfDay(validUntil),
  })
  const link = slipLink(token, requestUrl)
  const { campaign } = request.vetting.run
  await notify(tx, {
    postIds: [],
    smsTo: [slip.phone],
    subject: '征求意见',
    body: `${slip.holder}您好，${request.vetting.askerName}就“${campaign.shortTitle}”推荐对象征求${slip.unitName}意见，请打开${secretPlace}办理，凭短信验证码进入。请勿转发。`,
    secretLink: ` ${link} `,
    campaignId: campaign.id,
  })
  return { link }
}

type Waiting = { id: number; department: string; unitId: number | null }

/** Reminds every department that still owes an answer, each by the way it was asked. */
export const remind = async (tx: Tx, actor: Actor, vetting: Vetting) => {
  requireOpenStage(vetting.run)
  const waiting = await waitingIn(tx, vetting)
  const slips = await slipsOf(
    tx,
    'vet',
    waiting.map(({ id }) => id),
  )
  const reached: Waiting[] = []
  for (const each of waiting) {
    const phones = slips.filter(({ subjectId }) => subjectId === each.id).map(({ phone }) => phone)
    const postIds = each.unitId === null ? [] : await postsWithRole(tx, each.unitId, 'vetter')
    if (phones.length + postIds.length === 0) continue
    reached.push(each)
    await notify(tx, { ...reminderOf(vetting, each), postIds, smsTo: phones })
  }
  const ids = reached.map(({ id }) => id)
  await sql`update selection.vet_request set reminded_at = app.now() where id = any(${ids}::bigint[])`.execute(tx)
  await record(tx, actor, {
    action: 'selection.vet.remind',
    subjectKind: 'stage-run',
    subjectId: vetting.run.id,
    detail: { departments: reached.map(({ department }) => department) },
  })
  const name = ({ department }: Waiting) => departmentOf(vetting, department).name
  return { reminded: reached.map(name), unreached: waiting.filter(each => !reached.includes(each)).map(name) }
}

const waitingIn = async (db: Db, { run, submission }: Vetting): Promise<Waiting[]> => {
  const { rows } = await sql<Waiting>`
    select id, department, unit_id as "unitId" from selection.vet_request
    where stage_run_id = ${run.id} and submission_id is not distinct from ${submission?.id ?? null}::bigint
      and state = 'open' order by id`.execute(db)
  return rows
}

const reminderOf = (vetting: Vetting, { id, department }: Waiting) => ({
  subject: `请回复“${vetting.run.campaign.shortTitle}”征求意见`,
  body: `${vetting.askerName}征求${departmentOf(vetting, department).name}意见，尚未收到回复，请及时办理。`,
  link: `/vet/${id}`,
  campaignId: vetting.run.campaign.id,
})
