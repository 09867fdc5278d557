import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { testCampaign } from '../testing.ts'
import { bringTo } from '../testing-stages.ts'
import { checkSheet } from './sheet/sheet.ts'
import { download, useSampleStore, wordsOf } from './testing.ts'

const { db } = await testDatabase()
await useSampleStore()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-31' })
const [nominee, other] = await bringTo(db, campaign, 'review', { units: 2, perCategory: { member: 1 } })
await sql`update selection.nomination set answers = answers || '{"idNumber": "110101199001011234"}'
  where id = ${nominee!.id}`.execute(db)
const { clerk } = await campaign.clerkOf(nominee!.unitName)
const { clerk: sibling } = await campaign.clerkOf(other!.unitName)
const leader = await campaign.server.signedIn({ unitId: campaign.organiserId, roles: ['leader'] })

const get = (who: { cookie: string }, path: string) => download(campaign, who, path)
const paper = (what: string, id = nominee!.id) => `/api/selection/nominations/${id}/papers/${what}`
const lastPrint = async () => (await history(db, 'nomination', nominee!.id)).find(one => one.action.endsWith('.paper'))

describe('a nominee’s file', () => {
  it('is the form and the article under the name that the plan gives, and the record says who took it', async () => {
    const file = await get(clerk, paper('file/docx'))
    expect([file.status, file.name]).toEqual([200, expect.stringMatching(/^【推荐表】.*\+党员服务标兵\+.*\.docx$/u)])
    const text = wordsOf(file.bytes)
    expect(text).toContain('填 表 说 明')
    expect(text).toContain('典型事迹材料')
    expect(text).toContain('110101199001011234')
    expect(await lastPrint()).toMatchObject({ actorName: `${nominee!.unitName}经办`, detail: { paper: 'file' } })
  })

  it('shows who only follows the work no ID number, carries no code then, and is kept from the unit beside it', async () => {
    const file = await get(leader, paper('form/docx'))
    expect(wordsOf(file.bytes)).toContain('110101********1234')
    expect(wordsOf(file.bytes)).not.toContain('110101199001011234')
    expect((await lastPrint())!.detail.code).toBeNull()
    expect((await get(sibling, paper('form/docx'))).status).toBe(403)
  })
})

describe('the code at the foot', () => {
  const codeNow = async () => {
    await get(clerk, paper('form/docx'))
    return (await lastPrint())!.detail.code as string
  }

  it('stays while the unit’s part stays, whatever is signed on it, and says older once a word has changed', async () => {
    const before = await codeNow()
    await sql`update selection.nomination set answers = jsonb_set(answers, '{unitOpinion}', '{"opinion": "同意推荐"}')
      where id = ${nominee!.id}`.execute(db)
    expect(await codeNow()).toBe(before)
    expect((await checkSheet(db, before))?.state).toBe('current')
    await sql`update selection.nomination set answers = answers || '{"deeds": "改过的事迹"}'
      where id = ${nominee!.id}`.execute(db)
    const after = await codeNow()
    expect(after).not.toBe(before)
    const states = await Promise.all([before, after.toLowerCase(), 'NOSUCHCODE'].map(code => checkSheet(db, code)))
    expect(states.map(found => found?.state)).toEqual(['older', 'current', undefined])
  })

  it('tells nobody whom the paper is about', async () => {
    const found = JSON.stringify(await checkSheet(db, await codeNow()))
    expect(found).not.toContain(nominee!.name)
    expect(found).not.toContain(nominee!.unitName)
  })
})

describe('empty forms', () => {
  it('are those of the plan, also for who recommends nobody yet', async () => {
    const list = await get(sibling, `/api/selection/campaigns/${campaign.campaignId}/blank-forms`)
    const { forms } = list.json() as { forms: { key: string }[] }
    expect(forms.map(({ key }) => key)).toEqual(['project', 'team', 'member'])
    const form = await get(sibling, `/api/selection/campaigns/${campaign.campaignId}/blank-forms/project/docx`)
    expect(form.name).toBe('附件1洛阳市群众满意度高的实事（服务项目）推荐表（空白）.docx')
    expect(wordsOf(form.bytes)).toContain('市级以上主流新闻媒体宣传报道情况')
    expect((await get(sibling, `/api/selection/campaigns/${campaign.campaignId}/blank-forms/none/docx`)).status).toBe(
      404,
    )
  })
})
