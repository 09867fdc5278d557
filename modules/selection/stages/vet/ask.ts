import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import { departmentOf, type Vetting } from './load.ts'
import { departmentsFor, namesOf, type VettedName } from './names.ts'

export type Asking = { dueOn?: string | undefined; letterNo?: string | undefined }

/**
 * Asks every department about every name: one request a department. Names added since are asked about too, and a
 * department that had answered finds its request open again with the newcomers alone.
 * @throws Problem `vet.nobody` when there is no name yet
 */
export const askDepartments = async (tx: Tx, actor: Actor, vetting: Vetting, asking: Asking) => {
  requireOpenStage(vetting.run)
  const names = await namesOf(tx, vetting)
  if (names.length === 0) throw refuse('vet.nobody', '还没有推荐对象，填好名单后再征求意见。', { status: 422 })
  const asked = await cover(tx, vetting, names, asking)
  await record(tx, actor, {
    action: 'selection.vet.ask',
    subjectKind: vetting.submission ? 'submission' : 'stage-run',
    subjectId: vetting.submission?.id ?? vetting.run.id,
    detail: { stage: vetting.stage.key, departments: asked.map(({ department }) => department), names: names.length },
  })
  return { requests: asked.length, names: names.length }
}

type Asked = { id: number; department: string; unitId: number | null; added: number }

/** Brings the requests up to the names, and tells the departments concerned. */
export const cover = async (tx: Tx, vetting: Vetting, names: VettedName[], asking: Asking = {}): Promise<Asked[]> => {
  const asked: Asked[] = []
  const concerned = Map.groupBy(
    names.flatMap(name => departmentsFor(vetting, name).map(department => ({ department, id: name.nominationId }))),
    ({ department }) => department,
  )
  for (const [department, of] of concerned)
    asked.push(await coverOne(tx, vetting, { department, ids: of.map(({ id }) => id), asking }))
  for (const each of asked) if (each.added > 0) await tell(tx, vetting, each)
  return asked
}

type One = { department: string; ids: number[]; asking: Asking }

const coverOne = async (tx: Tx, vetting: Vetting, { department, ids, asking }: One): Promise<Asked> => {
  const { rows } = await sql<{ id: number; unitId: number | null }>`
    insert into selection.vet_request as q (stage_run_id, submission_id, department, unit_id, due_on, letter_no)
    values (${vetting.run.id}, ${vetting.submission?.id ?? null}, ${department},
      (${earlierRecipient(vetting, department)}), ${asking.dueOn ?? vetting.stage.dueBy ?? null},
      ${asking.letterNo ?? null})
    on conflict (stage_run_id, coalesce(submission_id, 0), department) do update
      set due_on = coalesce(${asking.dueOn ?? null}::date, q.due_on),
        letter_no = coalesce(${asking.letterNo ?? null}, q.letter_no)
    returning id, unit_id as "unitId"`.execute(tx)
  const { id, unitId } = rows[0]!
  const { numAffectedRows } = await sql`
    insert into selection.vet_opinion (request_id, nomination_id)
    select ${id}, n from unnest(${ids}::bigint[]) n on conflict do nothing`.execute(tx)
  const added = Number(numAffectedRows ?? 0)
  if (added > 0) await sql`update selection.vet_request set state = 'open' where id = ${id}`.execute(tx)
  return { id, department, unitId, added }
}

/** Who answered for the department when the same unit last asked it. */
const earlierRecipient = ({ askerId, run }: Vetting, department: string) => sql`
  select q.unit_id from selection.vet_request q
  join selection.stage_run r on r.id = q.stage_run_id
  join selection.campaign c on c.id = r.campaign_id
  left join selection.submission s on s.id = q.submission_id
  where q.department = ${department} and q.unit_id is not null and coalesce(s.unit_id, c.unit_id) = ${askerId}
    and (q.stage_run_id <> ${run.id} or s.id is not null)
  order by q.id desc limit 1`

const tell = async (tx: Tx, vetting: Vetting, { id, department, unitId, added }: Asked) => {
  if (unitId === null) return
  const { campaign } = vetting.run
  await notify(tx, {
    postIds: await postsWithRole(tx, unitId, 'vetter'),
    subject: `${vetting.askerName}就“${campaign.shortTitle}”征求意见`,
    body: `请以${departmentOf(vetting, department).name}名义对${added}个推荐对象提出审查意见。`,
    link: `/vet/${id}`,
    campaignId: campaign.id,
  })
}
