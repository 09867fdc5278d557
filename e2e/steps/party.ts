import type { BrowserContext } from 'playwright-core'
import type { DemoUnit } from '#database/demo/recommend.ts'
import { uploadFile } from '#kernel/files/shared/index.ts'
import { sampleNominee } from '#modules/selection/index.ts'
import { nominationsApi, type Plan, submissionsApi, vetApi } from '#modules/selection/shared/index.ts'
import { sql } from '#platform/db/index.ts'
import type { House } from '../house.ts'
import { ask } from './ask.ts'
import { scan } from './pictures.ts'

type Scene = { plan: Plan; campaignId: number; unit: DemoUnit; login: string }

/** The leaders of the organisations that a unit puts up are on its list by themselves; their forms are filled in too. */
export const fillFollowers = async (house: House, { plan, unit, login }: Scene): Promise<void> => {
  const clerk = await house.behind(login)
  const list = () => ask(clerk, submissionsApi.getSubmission, { params: { id: unit.submissionId } })
  for (const { id, category } of (await list()).nominations)
    if (plan.categories.find(({ key }) => key === category)!.leaderBecomes) await save(clerk, id, nominee => nominee)
  const about = plan.units.find(({ key }) => key === unit.unitKey)!
  const sample = { name: unit.name, class: about.class, recommender: about.recommender ?? about.fullName }
  for (const { id, category, name, origin } of (await list()).nominations)
    if (origin === 'automatic') {
      const { photo, seal } = await papersOf(house, unit.submissionId)
      const made = sampleNominee(plan, category, sample, { seed: id + 50_000, today: '2017-03-20', photo, scan: seal })
      const named = { ...photo, name: `${name}.jpg` }
      await save(clerk, id, () => ({ ...made, answers: { ...made.answers, name, photo: named } }))
    }
  await clerk.close()
}

type Answer = Record<string, unknown>
type Content = { answers: Record<string, unknown>; articles: never; particulars: never; reasons: never[] }

const save = async (clerk: BrowserContext, id: number, change: (now: Content) => object): Promise<void> => {
  const now = await ask(clerk, nominationsApi.getNomination, { params: { id } })
  const { answers, articles, particulars, reasons } = change(now as never) as Content
  const body = { revision: now.revision, answers, articles, particulars, reasons: reasons ?? [] }
  await ask(clerk, nominationsApi.saveNomination, { params: { id }, body })
}

/** A photograph that another nominee of the unit carries already, and the scan of a page with the unit's seal. */
const papersOf = async (house: House, submissionId: number): Promise<{ photo: Answer; seal: string }> => {
  const { rows } = await sql<{ photo: Answer; seal: string }>`
    select m.answers -> 'photo' as photo, jsonb_path_query_first(s.report, '$.materials.*.fileId') #>> '{}' as seal
    from selection.submission s join selection.nomination m on m.submission_id = s.id
    where s.id = ${submissionId} and m.answers ? 'photo' limit 1`.execute(house.db)
  return rows[0]!
}

/** Asks the unit's departments and enters the stamped sheet on which none objects. */
export const vetOnPaper = async (house: House, { campaignId, unit, login }: Scene): Promise<void> => {
  const clerk = await house.behind(login)
  const at = { params: { id: campaignId, stage: 'unit-vet' }, query: { submissionId: unit.submissionId } }
  await ask(clerk, vetApi.askDepartments, { ...at, body: {} })
  const { departments } = await ask(clerk, vetApi.getVetting, at)
  const reply = await clerk.request.put(`${uploadFile.path}?name=${encodeURIComponent('汇总表.jpg')}`, {
    data: await scan(),
    headers: { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/octet-stream' },
  })
  const { key: fileKey } = (await reply.json()) as { key: string }
  const sheets = departments
    .filter(({ requestId }) => requestId !== null)
    .map(({ requestId }) => ({ requestId: requestId!, sealedOn: '2017-03-24', objections: [] }))
  await ask(clerk, vetApi.enterPaper, { ...at, body: { fileKey, sheets } })
  await clerk.close()
}

/** The committee met after the notice was over. */
export const meet = (house: House, heldOn: string) =>
  sql`update selection.submission set report = jsonb_set(jsonb_set(report, '{meeting,heldOn}', to_jsonb(${heldOn}::text)),
    '{reportedOn}', to_jsonb(${heldOn}::text))`.execute(house.db)
