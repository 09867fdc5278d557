import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, readSetting, settingsApi } from '../shared/index.ts'
import { testCampaign } from '../testing.ts'

const { db } = await testDatabase()
const { server, organiser, organiserId, campaignId, clerkOf } = await testCampaign(db, {
  plan: 'luoyang-2021',
  today: '2021-12-10',
})
const params = { id: campaignId }
const save = (settings: Record<string, string>, by = organiser) =>
  by.call(settingsApi.saveSettings, { params, body: { settings } })
const read = (by = organiser) => by.call(settingsApi.getSettings, { params })
const todos = async () =>
  (await organiser.call(campaignsApi.myWork, {})).tasks.map(({ key, detail, link }) => ({ key, detail, link }))

describe('the contacts of a campaign', () => {
  it('are asked for by the plan and empty at first, which is a thing to do', async () => {
    const { settings, left } = await read()
    expect(settings.map(({ key, value }) => [key, value])).toEqual(
      ['contact-office', 'contact-phone', 'contact-email', 'objection-phone', 'objection-address'].map(key => [
        key,
        '',
      ]),
    )
    expect(left).toEqual(['受理处室名称和地点', '联系电话', '受理公示异议的电话', '受理公示异议的地址和邮编'])
    expect(await todos()).toContainEqual({
      key: `settings-${campaignId}`,
      detail: `还没有填写：${left.join('、')}`,
      link: `/selection/campaigns/${campaignId}?edit=contacts`,
    })
  })

  it('are kept tidied, one at a time, and recorded without their values', async () => {
    await save({ 'contact-phone': '（000）0000000', 'contact-office': '示例处一楼' })
    await save({ 'objection-phone': '000-0000000', 'objection-address': '示例路1号' })
    const { settings, left } = await read()
    expect(Object.fromEntries(settings.map(({ key, value }) => [key, value]))).toEqual({
      'contact-office': '示例处一楼',
      'contact-phone': '000-0000000',
      'contact-email': '',
      'objection-phone': '000-0000000',
      'objection-address': '示例路1号',
    })
    expect([left, (await todos()).filter(({ key }) => key.startsWith('settings-'))]).toEqual([[], []])
    const entries = (await history(db, 'campaign', campaignId)).filter(({ action }) => action.endsWith('.settings'))
    expect(entries.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        { changed: ['contact-phone', 'contact-office'] },
        { changed: ['objection-phone', 'objection-address'] },
      ]),
    )
    expect(JSON.stringify(entries)).not.toMatch(/示例处|0000000|示例路/)
  })

  it('are refused whole where a number is wrong, or the plan does not ask for them', async () => {
    const wrong = save({ 'contact-office': '示例处二楼', 'contact-phone': '12345678901' })
    await expect(wrong).rejects.toMatchObject({
      status: 422,
      code: 'settings.format',
      findings: [{ path: 'settings.contact-phone' }],
    })
    await expect(save({ 'home-phone': '000-0000000' })).rejects.toMatchObject({ code: 'settings.unknown' })
    expect((await read()).settings[0]).toMatchObject({ key: 'contact-office', value: '示例处一楼' })
    expect(readSetting({ key: 'contact-email', name: '邮箱', required: true }, 'x').faults).toHaveLength(1)
    expect(readSetting({ key: 'contact-email', name: '邮箱', required: true }, ' a@example.cn ')).toEqual({
      value: 'a@example.cn',
      faults: [],
    })
  })

  it('are changed by whoever runs the campaign, read by its office, and nothing to anybody else', async () => {
    const checker = await server.signedIn({ unitId: organiserId, roles: ['checker'] })
    expect((await read(checker)).permissions).toEqual({ change: false })
    await expect(save({ 'contact-office': '示例处三楼' }, checker)).rejects.toMatchObject({ status: 403 })
    const { clerk } = await clerkOf('老城区')
    await expect(read(clerk)).rejects.toMatchObject({ status: 403 })
    await expect(save({ 'contact-office': '示例处三楼' }, clerk)).rejects.toMatchObject({ status: 403 })
  })
})

it('the lists that a plan leaves out are a thing to do while units recommend and their register is empty', async () => {
  const waiting = async () => (await todos()).filter(({ key }) => key.startsWith('earlier-winners-'))
  const [task] = await waiting()
  expect(task).toMatchObject({ link: `/selection/campaigns/${campaignId}/earlier-winners` })
  const titles = [...task!.detail.matchAll(/《([^》]+)》/g)].map(([, title]) => title)
  for (const register of titles)
    await sql`insert into selection.honour (register, number, title, year, level, subject, name, unit_name, granted_on)
      values (${register}, '2020-1', '优秀', 2020, '省级', 'person', '往届者', '某单位', '2020-12-31')`.execute(db)
  expect(await waiting()).toEqual([])
})
