import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { papersApi } from '../../shared/index.ts'
import { testCampaign } from '../../testing.ts'
import { bringTo } from '../../testing-stages.ts'
import { letterKinds } from '../shared/letter-api.ts'
import { download, wordsOf } from '../testing.ts'
import { numberText, takeNumber } from './number.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2022-01-10' })
const cast = await bringTo(db, campaign, 'decide', { units: 2, perCategory: { member: 2 } })
const { organiser, organiserId, campaignId } = campaign
const issuer = await campaign.server.signedIn({ unitId: organiserId, roles: ['issuer'], name: '签发人' })
const params = { id: campaignId }
const draft = async (kind: keyof typeof letterKinds) =>
  (await organiser.call(papersApi.draftLetter, { params, body: { kind } })).id
const issue = (id: number, issuedOn = '2022-01-10') =>
  issuer.call(papersApi.issueLetter, { params: { id }, body: { organ: '洛学办发', issuedOn } })
const wordsNow = async (id: number) =>
  wordsOf((await download(campaign, organiser, `/api/selection/letters/${id}/file/docx`)).bytes)

describe('a letter', () => {
  it('of every kind is drawn up from the campaign, names in official order behind it', async () => {
    for (const kind of Object.keys(letterKinds) as (keyof typeof letterKinds)[]) {
      const letter = await organiser.call(papersApi.getLetter, { params: { id: await draft(kind) } })
      expect(letter.title).toContain('百名先进')
      expect(letter.content.body.length).toBeGreaterThan(0)
    }
    const decision = await wordsNow(await draft('decision'))
    for (const { name } of cast) expect(decision).toContain(name)
    expect(decision).not.toMatch(/\d{17}[\dX]/u)
  }, 30_000)

  it('is changed until it has its number, and whoever saves an older one is told', async () => {
    const id = await draft('notice')
    const { content } = await organiser.call(papersApi.getLetter, { params: { id } })
    const body = { revision: 0, title: '关于做好有关工作的通知', content }
    await organiser.call(papersApi.saveLetter, { params: { id }, body })
    await expect(organiser.call(papersApi.saveLetter, { params: { id }, body })).rejects.toMatchObject({
      code: 'letter.changed',
    })
    await expect(
      organiser.call(papersApi.issueLetter, { params: { id }, body: { organ: '洛学办发', issuedOn: '2022-01-10' } }),
    ).rejects.toMatchObject({ status: 403 })
    const { number } = await issue(id)
    expect(number).toBe('洛学办发〔2022〕1号')
    expect(await wordsNow(id)).toContain(number)
    await expect(
      organiser.call(papersApi.saveLetter, { params: { id }, body: { ...body, revision: 1 } }),
    ).rejects.toThrow('另起草')
  }, 30_000)

  it('that is void keeps its number; nobody gets it again', async () => {
    const id = await draft('bulletin')
    expect((await issue(id)).number).toBe('洛学办发〔2022〕2号')
    await issuer.call(papersApi.voidLetter, { params: { id }, body: { reason: '内容有误' } })
    expect((await issue(await draft('bulletin'))).number).toBe('洛学办发〔2022〕3号')
    expect((await issue(await draft('bulletin'), '2023-02-01')).number).toBe('洛学办发〔2023〕1号')
    const { clerk } = await campaign.clerkOf(cast[0]!.unitName)
    await expect(clerk.call(papersApi.listLetters, { params })).rejects.toMatchObject({ status: 403 })
  })
})

describe('numbers of an organ', () => {
  it('have no gap and no double, however many take one at once and however many fail', async () => {
    let year = 3000
    await fc.assert(
      fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), async fates => {
        year += 1
        const taken: number[] = []
        const take = (kept: boolean) =>
          inTransaction(db, async tx => {
            const seq = await takeNumber(tx, '测办发', year)
            if (!kept) throw new Error('the letter was not issued')
            return seq
          }).then(
            seq => taken.push(seq),
            () => undefined,
          )
        await Promise.all(fates.map(take))
        const kept = fates.filter(fate => fate).length
        expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: kept }, (_, n) => n + 1))
      }),
      { numRuns: 15 },
    )
    await sql`delete from papers.letter_number where organ = '测办发'`.execute(db)
  })

  it('are written as the standard has it', () => {
    expect(numberText('荷工发', 2023, 65)).toMatch(/^[\u4e00-\u9fa5]+〔(19|20)\d{2}〕[1-9]\d*号$/u)
  })
})
