import { type Actor, type IssuedSlip, slipsOf } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { StageRunState } from '../../shared/index.ts'
import { departmentOf, type VetRequest, type Vetting } from './load.ts'
import { allDepartments, departmentsFor, namesOf, type VettedName } from './names.ts'
import { asks, concludes } from './permissions.ts'
import { sheetsFor } from './sheet.ts'

type RequestRow = {
  id: number
  department: string
  letterNo: string | null
  dueOn: string | null
  state: 'open' | 'answered'
  answeredAt: string | null
  answeredBy: string | null
  enteredBy: string | null
  remindedAt: string | null
  unitId: number | null
  unitName: string | null
  scanKey: string | null
}

type OpinionRow = {
  requestId: number
  nominationId: number
  given: boolean
  opinion: 'none' | 'objection' | null
  reason: string | null
  channel: 'online' | 'paper' | null
  sealedOn: string | null
  conclusion: 'continue' | 'stop' | null
  conclusionReason: string | null
}

/** Names by departments. Reasons leave this function for the asking unit's officers and nobody else. */
export const presentVetting = async (db: Db, actor: Actor, vetting: Vetting) => {
  const { run, stage, submission } = vetting
  const [names, requests] = [await namesOf(db, vetting), await requestsOf(db, vetting)]
  const ids = requests.map(({ id }) => id)
  const [opinions, slips] = [await opinionsOf(db, ids), await slipsOf(db, 'vet', ids)]
  const officer = concludes(actor, vetting)
  const live = new Set(names.map(({ nominationId }) => nominationId))
  const standing = opinions.filter(({ nominationId }) => live.has(nominationId))
  const departments = allDepartments(vetting).map(each =>
    presentDepartment(vetting, each, { requests, opinions: standing, slips, officer }),
  )
  return {
    campaignTitle: run.campaign.title,
    title: stage.title,
    does: stage.does ?? null,
    state: run.runState as StageRunState,
    dueOn: requests[0]?.dueOn ?? stage.dueBy ?? null,
    asker: vetting.askerName,
    letterNo: requests[0]?.letterNo ?? null,
    departments,
    names: names.map(name => ({ ...shown(name), opinions: opinionsOn(name, standing, requests, officer) })),
    waiting: departments.filter(({ state, regulator }) => state === 'open' && !regulator).length,
    unasked: names.filter(name => departmentsFor(vetting, name).some(key => !isAsked(name, key, standing, requests)))
      .length,
    sheets: sheetsFor(vetting, names).map(key => ({ key, name: sheetName(vetting, key) })),
    permissions: {
      ask: run.runState === 'open' && asks(actor, vetting) && submission?.state !== 'accepted',
      conclude: officer,
    },
  }
}

const shown = ({ deeds: _, ...name }: VettedName) => name

const sheetName = ({ run }: Vetting, key: string) =>
  run.campaign.plan.materials.find(({ form }) => form === key)?.name ?? run.campaign.plan.forms[key]!.title.join('')

const isAsked = (name: VettedName, department: string, opinions: OpinionRow[], requests: RequestRow[]) => {
  const request = requests.find(each => each.department === department)
  return opinions.some(each => each.requestId === request?.id && each.nominationId === name.nominationId)
}

const requestsOf = async (db: Db, { run, submission }: Vetting): Promise<RequestRow[]> => {
  const { rows } = await sql<RequestRow>`
    select q.id, q.department, q.letter_no as "letterNo", q.due_on as "dueOn", q.state, q.answered_at as "answeredAt",
      q.answered_by as "answeredBy", n.name as "enteredBy", q.reminded_at as "remindedAt", q.unit_id as "unitId",
      u.name as "unitName", f.key as "scanKey"
    from selection.vet_request q
    left join units.unit u on u.id = q.unit_id
    left join files.file f on f.id = q.paper_file_id
    left join access.account a on a.id = q.entered_by left join units.person n on n.id = a.person_id
    where q.stage_run_id = ${run.id} and q.submission_id is not distinct from ${submission?.id ?? null}::bigint
    order by q.id`.execute(db)
  return rows
}

export const opinionsOf = async (db: Db, requestIds: number[]): Promise<OpinionRow[]> => {
  const { rows } = await sql<OpinionRow>`
    select request_id as "requestId", nomination_id as "nominationId", at is not null as given, opinion, reason, channel,
      sealed_on as "sealedOn", conclusion, conclusion_reason as "conclusionReason"
    from selection.vet_opinion where request_id = any(${requestIds}::bigint[])`.execute(db)
  return rows
}

type Found = { requests: RequestRow[]; opinions: OpinionRow[]; slips: IssuedSlip[]; officer: boolean }

const presentDepartment = (vetting: Vetting, each: { key: string; regulator: boolean }, found: Found) => {
  const { name, currentName, note } = departmentOf(vetting, each.key)
  const request = found.requests.find(({ department }) => department === each.key)
  const asked = found.opinions.filter(({ requestId }) => requestId === request?.id)
  const given = asked.filter(opinion => opinion.given)
  const clean = given.every(({ opinion }) => opinion === 'none')
  const slip = found.slips.findLast(({ subjectId }) => subjectId === request?.id)
  return {
    ...each,
    name,
    currentName: currentName ?? null,
    note: note ?? null,
    requestId: request?.id ?? null,
    state: request?.state ?? ('unasked' as const),
    asked: asked.length,
    given: given.length,
    dueOn: request?.dueOn ?? null,
    answeredAt: request?.answeredAt ?? null,
    answeredBy: request?.answeredBy ?? null,
    enteredBy: request?.enteredBy ?? null,
    remindedAt: request?.remindedAt ?? null,
    unit: request?.unitId ? { id: request.unitId, name: request.unitName ?? '' } : null,
    slip: slip
      ? {
          holder: slip.holder,
          maskedPhone: `${slip.phone.slice(0, 3)}******${slip.phone.slice(-2)}`,
          expiresAt: slip.expiresAt,
          opened: slip.opened,
        }
      : null,
    scanKey: found.officer || clean ? (request?.scanKey ?? null) : null,
  }
}

const opinionsOn = (name: VettedName, opinions: OpinionRow[], requests: RequestRow[], officer: boolean) =>
  opinions
    .filter(({ nominationId }) => nominationId === name.nominationId)
    .map(row => ({
      department: requests.find(({ id }) => id === row.requestId)!.department,
      requestId: row.requestId,
      verdict: row.given ? row.opinion! : ('waiting' as const),
      channel: row.given ? row.channel : null,
      sealedOn: row.given ? row.sealedOn : null,
      conclusion: row.conclusion,
      ...(officer && row.given && row.reason !== null && { reason: row.reason }),
      ...(officer && row.conclusionReason !== null && { conclusionReason: row.conclusionReason }),
    }))

/** The department's own page: the names it is asked about and what it has said of them. */
export const presentRequest = async (db: Db, request: VetRequest) => {
  const { vetting } = request
  const [names, opinions] = [await namesOf(db, vetting), await opinionsOf(db, [request.id])]
  const own = new Map(opinions.map(opinion => [opinion.nominationId, opinion]))
  return {
    id: request.id,
    campaignTitle: vetting.run.campaign.title,
    title: vetting.stage.title,
    asker: vetting.askerName,
    department: departmentOf(vetting, request.department).name,
    letterNo: request.letterNo,
    dueOn: request.dueOn,
    state: request.state,
    closed: vetting.run.runState !== 'open',
    noObjection: vetting.stage.noObjection,
    names: names.flatMap(name => {
      const opinion = own.get(name.nominationId)
      return opinion ? [{ ...name, opinion: opinion.opinion, reason: opinion.reason ?? '', given: opinion.given }] : []
    }),
  }
}
