import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { nominationsApi, reviewApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'
import { bringTo } from '../testing-stages.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-31' })
const [nominee] = await bringTo(db, campaign, 'review', { units: 2, perCategory: { member: 1 } })
const { organiser } = campaign
const params = { id: nominee!.id }
const [before, now] = ['110101199001011234', '110101199002021234']
const shown = '110101********1234'

await sql`update selection.nomination set answers = answers || jsonb_build_object('idNumber', ${now}::text)
  where id = ${nominee!.id}`.execute(db)
for (const [version, idNumber] of [before, now].entries())
  await sql`insert into selection.nomination_version (nomination_id, version, answers, articles, hash, unit_id)
    select id, ${version + 1}, answers || jsonb_build_object('idNumber', ${idNumber}::text), articles, 'x', unit_id
    from selection.nomination where id = ${nominee!.id}`.execute(db)
const { clerk } = await campaign.clerkOf(nominee!.unitName)
const leader = await campaign.server.signedIn({ unitId: campaign.organiserId, roles: ['leader'] })
const numbers = new RegExp(`${before}|${now}`)
const reveal = (who: typeof clerk, path = 'idNumber') =>
  who.call(nominationsApi.revealAnswer, { params, body: { path } })

describe('an ID number', () => {
  it('is whole to the unit that typed it and half hidden to every reader, on every page', async () => {
    expect((await clerk.call(nominationsApi.getNomination, { params })).answers.idNumber).toBe(now)
    const pages = [
      await organiser.call(nominationsApi.getNomination, { params }),
      await leader.call(nominationsApi.getNomination, { params }),
      await organiser.call(reviewApi.getReviewed, {
        params: { id: campaign.campaignId, stage: 'review', nominationId: nominee!.id },
      }),
    ]
    expect(pages.map(({ answers }) => answers.idNumber)).toEqual([shown, shown, shown])
    for (const page of pages) expect(JSON.stringify(page)).not.toMatch(numbers)
  })

  it('that was typed on the form of an earlier category stays behind, whatever key it had', async () => {
    await sql`update selection.nomination set answers = answers || jsonb_build_object('oldNumber', ${now}::text)
      where id = ${nominee!.id}`.execute(db)
    expect((await clerk.call(nominationsApi.getNomination, { params })).answers.oldNumber).toBe(now)
    expect(JSON.stringify(await organiser.call(nominationsApi.getNomination, { params }))).not.toMatch(numbers)
  })

  it('that changed is said to have changed, and stays half hidden', async () => {
    const changes = await organiser.call(nominationsApi.getChanges, { params })
    expect(changes.changes.map(({ path, redline }) => ({ path, redline }))).toEqual([
      {
        path: 'idNumber',
        redline: [
          { kind: 'removed', text: shown },
          { kind: 'added', text: shown },
        ],
      },
    ])
    expect(JSON.stringify(changes)).not.toMatch(numbers)
    expect((await clerk.call(nominationsApi.getChanges, { params })).changes.map(({ after }) => after)).toEqual([now])
  })

  it('is shown whole to an officer who asks for it, and the record says who asked', async () => {
    expect(await reveal(organiser)).toEqual({ value: now })
    const asked = (await history(db, 'nomination', nominee!.id)).filter(
      ({ action }) => action === 'selection.nomination.reveal',
    )
    expect(asked.map(({ actorName, detail }) => [actorName, detail])).toEqual([['组织经办', { path: 'idNumber' }]])
    expect(JSON.stringify(asked)).not.toMatch(numbers)
  })

  it('is not given to a leader or a unit beside it, and nothing but a hidden answer is given this way', async () => {
    const { rows } = await sql<{ name: string }>`select u.name from selection.submission s
      join units.unit u on u.id = s.unit_id where s.unit_order = 2`.execute(db)
    const { clerk: sibling } = await campaign.clerkOf(rows[0]!.name)
    for (const stranger of [leader, sibling]) {
      const refusal = await reveal(stranger).catch(error => error)
      expect(refusal).toMatchObject({ status: 403 })
      expect(JSON.stringify(refusal)).not.toMatch(numbers)
    }
    for (const path of ['name', 'nothing', '__proto__'])
      await expect(reveal(organiser, path)).rejects.toMatchObject({ code: 'answer.none' })
  })
})
