import { type Api, accessRoutes } from '#kernel/access/index.ts'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { publicityRoutes } from '#kernel/publicity/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { selectionRoutes } from './index.ts'
import { type SampleUnit, sampleNominee, sampleReport } from './sample/index.ts'
import { nominationsApi, type Plan, plansApi, submissionsApi } from './shared/index.ts'

/** Moves the business clock to noon of a civil day in Asia/Shanghai, also back: a test's own database has no past to keep. */
export const setToday = async (db: Db, day: string): Promise<void> => {
  await sql`delete from app.clock`.execute(db)
  await sql`insert into app.clock (ahead)
    values (${`${day}T12:00:00+08:00`}::timestamptz - clock_timestamp())`.execute(db)
}

/**
 * A running campaign on a shipped plan with its real units, or on a plan's own files, in a database of one's own.
 * `rooms` are other rooms' endpoints on the same server.
 * `clerkOf` signs in a clerk of one of the units by its name.
 */
export const testCampaign = async (
  db: Db,
  options: { today: string; rooms?: ((api: Api) => void)[] } & ({ plan: string } | { sources: Record<string, string> }),
) => {
  const from = 'plan' in options ? { shipped: options.plan } : { sources: options.sources }
  await setToday(db, options.today)
  await addSamplePhoto(db)
  const server = testApi(
    db,
    api => accessRoutes(api, { demo: true }),
    publicityRoutes,
    selectionRoutes,
    ...(options.rooms ?? []),
  )
  const organiserId = await inTransaction(db, tx => addUnit(tx, { name: '市委办公室', kind: 'city' }))
  const organiser = await server.signedIn({ unitId: organiserId, roles: ['organiser'], name: '组织经办' })
  const { id: planId } = await organiser.call(plansApi.addPlan, { body: { from } })
  const version = await organiser.call(plansApi.publishPlan, { params: { id: planId }, body: { reason: '首次发布' } })
  const { id: campaignId } = await organiser.call(plansApi.startCampaign, { body: { planVersionId: version.id } })

  const unitNamed = async (name: string) => {
    const { rows } = await sql<{ unitId: number; submissionId: number }>`
      select u.id as "unitId", s.id as "submissionId" from selection.submission s join units.unit u on u.id = s.unit_id
      where s.campaign_id = ${campaignId} and u.name = ${name}`.execute(db)
    if (!rows[0]) throw new Error(`no unit ${name} in the campaign`)
    return rows[0]
  }
  const clerkOf = async (name: string): Promise<{ clerk: TestClient; submissionId: number; unitId: number }> => {
    const unit = await unitNamed(name)
    const clerk = await server.signedIn({ unitId: unit.unitId, roles: ['recommender'], name: `${name}经办` })
    return { clerk, ...unit }
  }
  return { server, organiser, organiserId, planId, campaignId, unitNamed, clerkOf }
}

/** The picture that sample nominees name, fit for any plan's requirements; its row is enough where nobody looks at it. */
const addSamplePhoto = (db: Db) => {
  const facts = { width: 826, height: 1252, format: 'jpeg', blueShare: 0.95, whiteShare: 0.97, scaled: false }
  return sql`insert into files.file (key, sha256, name, mime, bytes, facts, public, uploaded_by, kept_for)
    values ('sample', repeat('0', 64), 'sample.jpg', 'image/jpeg', 80000, ${JSON.stringify(facts)}::jsonb, true, 'test',
      'nomination')`.execute(db)
}

/** Fills a unit's list with made-up nominees and its own notice, so that it can hand in. @returns their ids */
export const fillSubmission = async (
  clerk: TestClient,
  submissionId: number,
  options: { plan: Plan; unit: SampleUnit; today: string; categories: string[] },
): Promise<number[]> => {
  const ids: number[] = []
  for (const [index, category] of options.categories.entries()) {
    const { id } = await clerk.call(nominationsApi.addNomination, { params: { id: submissionId }, body: { category } })
    const seed = submissionId * 100 + index
    const { name: _, ...content } = sampleNominee(options.plan, category, options.unit, { seed, today: options.today })
    await clerk.call(nominationsApi.saveNomination, { params: { id }, body: { revision: 0, ...content } })
    ids.push(id)
  }
  await clerk.call(submissionsApi.addLocalNotice, {
    params: { id: submissionId },
    body: { medium: '县区门户网站', mediaLevel: 'county', publishedOn: options.today, nominationIds: ids },
  })
  await clerk.call(submissionsApi.saveReport, {
    params: { id: submissionId },
    body: {
      revision: 0,
      report: sampleReport(options.plan, options.unit, {
        seed: submissionId,
        today: options.today,
        metOn: options.today,
      }),
    },
  })
  return ids
}
