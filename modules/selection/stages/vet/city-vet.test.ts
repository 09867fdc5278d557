import { describe, expect, it } from 'vitest'
import { useSiteAddress } from '#kernel/access/index.ts'
import { slipDoor } from '#kernel/access/testing-slips.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi, vetApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'jiaozuo-2017', today: '2017-05-10' })
const { organiser, campaignId } = campaign
const nominees = await bringTo(db, campaign, 'city-vet', { units: 2, perCategory: { 'top-member': 1 } })
const stage = { params: { id: campaignId, stage: 'city-vet' } }
const at = { ...stage, query: {} }
const officer = await campaign.server.signedIn({ unitId: campaign.organiserId, roles: ['objection-officer'] })

const vetting = () => organiser.call(vetApi.getVetting, at)
const requestTo = async (key: string) => (await vetting()).departments.find(each => each.key === key)!.requestId!
const outcomeOf = async (id: number) =>
  (await organiser.call(campaignsApi.getStage, stage)).pool.find(({ nominationId }) => nominationId === id)!.outcome
const close = () => organiser.call(campaignsApi.closeStage, stage)

const door = slipDoor(db, campaign.server.app)
const person = { holder: '王某', unitName: '市公安局', phone: '13900000001', validUntil: '2099-12-31' }

const enter = async (link: string) => {
  const { client, location } = await door.enter(link)
  expect(location).toMatch(/^\/desk\/vet\/\d+$/)
  return client
}

describe('the organiser’s vetting', () => {
  it('asks its five departments as the stage opens, and waits for each', async () => {
    const { departments, names } = await vetting()
    expect(departments.map(({ name, state, asked }) => [name, state, asked])).toEqual(
      ['纪检部门', '综治部门', '公安部门', '信访部门', '计生部门'].map(name => [name, 'open', 2]),
    )
    expect(names).toHaveLength(2)
    const { findings } = await close().catch(error => error)
    expect(findings.map(({ message }: { message: string }) => message)).toContain('纪检部门还有2个名字没有回复。')
  })

  it('is answered by a slip that opens this request and nothing else, until it is revoked', async () => {
    const police = await requestTo('police')
    useSiteAddress('https://shishi.example')
    const { link } = await organiser.call(vetApi.sendSlip, { params: { id: police }, body: person })
    useSiteAddress(undefined)
    expect(link).toMatch(/^https:\/\/shishi\.example\/slip\/[\w-]+$/)
    const holder = await enter(link)
    const { names, department } = await holder.call(vetApi.getRequest, { params: { id: police } })
    expect([department, names.map(({ name }) => name)]).toEqual(['公安部门', nominees.map(({ name }) => name)])
    const other = await requestTo('discipline')
    await expect(holder.call(vetApi.getRequest, { params: { id: other } })).rejects.toMatchObject({ status: 403 })
    await expect(holder.call(campaignsApi.getStage, stage)).rejects.toMatchObject({ status: 403 })
    const opinions = nominees.map(({ id }, index) =>
      index === 0
        ? { nominationId: id, opinion: 'objection' as const, reason: '编号乙八八二' }
        : { nominationId: id, opinion: 'none' as const },
    )
    await holder.call(vetApi.saveOpinions, { params: { id: police }, body: { opinions } })
    await holder.call(vetApi.answerRequest, { params: { id: police } })
    await organiser.call(vetApi.revokeSlip, { params: { id: police } })
    await expect(holder.call(vetApi.getRequest, { params: { id: police } })).rejects.toMatchObject({ status: 401 })
    const { rows } = await sql<{ body: string; link: string }>`
      select body, link from notifications.message where channel = 'sms'`.execute(db)
    expect(rows.map(sms => [sms.body.includes('/slip/'), sms.link])).toEqual([[false, ` ${link} `]])
  })

  it('freezes a name objected to, in words that do not tell why', async () => {
    expect(await outcomeOf(nominees[0]!.id)).toBe('suspended')
    const seen = JSON.stringify([await vetting(), await organiser.call(campaignsApi.getStage, stage)])
    expect(seen).not.toContain('乙八八二')
    expect(seen).toContain('objection')
  })

  it('reminds whom it can reach and names whom it cannot', async () => {
    await organiser.call(vetApi.sendSlip, {
      params: { id: await requestTo('petitions') },
      body: { ...person, unitName: '市信访局' },
    })
    expect(await organiser.call(vetApi.remindDepartments, at)).toEqual({
      reminded: ['信访部门'],
      unreached: ['纪检部门', '综治部门', '计生部门'],
    })
  })

  it('closes when all have answered and the officer has concluded; whoever is stopped goes no further', async () => {
    const scan = await sql<{ key: string }>`
      insert into files.file (key, sha256, name, mime, bytes, unit_id, uploaded_by)
      values ('city-scan', repeat('2', 64), '汇总表.pdf', 'application/pdf', 1, ${campaign.organiserId}, 'x')
      returning key`.execute(db)
    const left = (await vetting()).departments.filter(({ state }) => state === 'open')
    await organiser.call(vetApi.enterPaper, {
      ...at,
      body: {
        fileKey: scan.rows[0]!.key,
        sheets: left.map(({ requestId }) => ({ requestId: requestId!, sealedOn: '2017-05-09' })),
      },
    })
    const held = await close().catch(error => error)
    expect(held.findings.map(({ message }: { message: string }) => message)).toContain(
      `“${nominees[0]!.name}”暂缓，先对异议作出处理结论。`,
    )
    await officer.call(vetApi.concludeOpinion, {
      params: { id: await requestTo('police') },
      body: { nominationId: nominees[0]!.id, conclusion: 'stop', reason: '经核实不再推荐' },
    })
    expect(await close()).toEqual({ next: 'preliminary' })
    expect([await outcomeOf(nominees[0]!.id), await outcomeOf(nominees[1]!.id)]).toEqual(['out', 'pass'])
  })
})
