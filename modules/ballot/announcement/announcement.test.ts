import { describe, expect, it } from 'vitest'
import * as notices from '#kernel/publicity/shared/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { useBallotOrigin } from '../origin.ts'
import { ballotApi, ballotDeskApi } from '../shared/index.ts'
import { afterwards, countOut, openElection, sampleRules, setNow, testOffice } from '../testing.ts'
import { issuedAnnouncement } from './announcement.ts'

const { db } = await testDatabase()
const office = await testOffice(db)
const { organiser, checker, issuer, leader } = office
useBallotOrigin('https://vote.example')

const body = {}
const announce = (id: number) => organiser.call(ballotDeskApi.draftAnnouncement, { params: { id }, body })
const read = (id: number) => organiser.call(notices.getNotice, { params: { id } })
const secrecyChecked = { secrecyChecked: true as const }
/** 送审 and 审核, by two people; the third issues. */
const check = async (id: number) => {
  await organiser.call(notices.sendNotice, { params: { id }, body: secrecyChecked })
  await checker.call(notices.approveNotice, { params: { id }, body: secrecyChecked })
}
const issue = (id: number) => issuer.call(notices.issueNotice, { params: { id }, body })
const textOf = ({ content }: notices.Notice) =>
  [content.intro, ...content.sections.map(({ heading, text }) => `${heading}\n${text ?? ''}`)].join('\n')

type Change = (content: notices.NoticeContent) => notices.NoticeContent
const edit = async (id: number, change: Change) => {
  const { title, content, contentHash: basedOn } = await read(id)
  await organiser.call(notices.saveNotice, {
    params: { id },
    body: { title, content: change(content), workdays: 0, basedOn },
  })
}

describe('the notice of a vote', () => {
  it('is drawn up from the frozen rules: when, who, how, whom, and the fingerprint', async () => {
    const { id, slug } = await openElection(
      db,
      office,
      { title: '“十佳”评议', witnesses: ['市纪委监委'] },
      {
        witnesses: [{ name: '市纪委监委', kind: 'folder', address: 'jiwei' }],
      },
    )
    const { noticeId } = await announce(id)
    const notice = await read(noticeId)
    const { fingerprint } = await organiser.call(ballotDeskApi.getDeskElection, { params: { id } })
    expect([notice.kind, notice.title, notice.state]).toEqual(['announcement', '“十佳”评议投票公告', 'draft'])
    const text = textOf(notice)
    for (const part of [
      '示例市委组织部举行“‘十佳’评议”',
      '2017年4月18日 8:00至4月25日 18:00',
      '不在名册上的，计入“群众”',
      '党员、群众的票数分开统计',
      '“示范单位”须选2—3名',
      '“先进个人”须选1名，也可以不选',
      `https://vote.example/ballot/${slug}`,
      '程序批量投票；不在投票范围',
      '市纪委监委见证',
    ])
      expect(text).toContain(part)
    expect(text.replaceAll(' ', '')).toContain(fingerprint)
    expect(notice.content.sections.flatMap(({ heading, items }) => items.map(({ name }) => [heading, name]))).toEqual([
      ...[1, 2, 3, 4, 5].map(no => ['候选对象：示范单位', `候选${no}`]),
      ...[11, 12, 13].map(no => ['候选对象：先进个人', `候选${no}`]),
    ])
  })

  it('is issued by three people, and then stands on the page of the vote', async () => {
    const { id } = await openElection(db, office)
    const { noticeId } = await announce(id)
    expect(await issuedAnnouncement(db, id)).toBe(undefined)
    await check(noticeId)
    await expect(announce(id)).rejects.toMatchObject({ code: 'ballot.announcement-in-review' })
    await expect(checker.call(notices.issueNotice, { params: { id: noticeId }, body })).rejects.toMatchObject({
      status: 403,
    })
    await issue(noticeId)
    const { code } = await read(noticeId)
    expect(await issuedAnnouncement(db, id)).toMatchObject({ code, version: 1 })
    const again = await announce(id)
    await check(again.noticeId)
    await issue(again.noticeId)
    expect(await issuedAnnouncement(db, id)).toMatchObject({ version: 2 })
    const { announcements } = await organiser.call(ballotDeskApi.getDeskElection, { params: { id } })
    expect(announcements.map(({ version, state }) => [version, state])).toEqual([
      [2, 'issued'],
      [1, 'superseded'],
    ])
  })

  it('is not before the rules are frozen, nor after the close, nor by others than the organiser', async () => {
    await setNow(db, '2017-04-16T00:00:00Z')
    const rules = sampleRules()
    const { id } = await organiser.call(ballotDeskApi.createElection, { body: { rules } })
    await expect(announce(id)).rejects.toMatchObject({ code: 'ballot.not-frozen' })
    const open = await openElection(db, office)
    for (const other of [checker, issuer, leader])
      await expect(
        other.call(ballotDeskApi.draftAnnouncement, { params: { id: open.id }, body }),
      ).rejects.toMatchObject({ status: 403 })
    await setNow(db, afterwards)
    await expect(announce(open.id)).rejects.toMatchObject({ code: 'ballot.not-frozen' })
  })

  it('of the result bears the counts and the root of the final head, and is linked from the result', async () => {
    const { id, slug, poll } = await openElection(db, office)
    await poll.cast(await poll.voter('13900000001'), [[1, 2], [11]])
    await countOut(db, office, id)
    const { noticeId } = await announce(id)
    const notice = await read(noticeId)
    expect(notice.title).toBe('示例评议结果公告')
    expect(notice.content.sections.flatMap(({ items }) => items.map(({ name, note }) => `${name} ${note}`))).toEqual([
      ...['候选1 1票（并列）', '候选2 1票（并列）', '候选3 0票（并列）', '候选4 0票（并列）', '候选5 0票（并列）'],
      ...['候选11 1票', '候选12 0票（并列）', '候选13 0票（并列）'],
    ])
    const { heads } = await office.server.visitor.call(ballotApi.listHeads, { params: { slug }, query: {} })
    expect(textOf(notice).replaceAll(' ', '')).toContain(heads[0]!.root)
    await edit(noticeId, content => ({
      ...content,
      sections: content.sections.map(section => ({
        ...section,
        items: section.items.map(item => ({ ...item, note: item.note?.replace('0票', '7票') })),
      })),
    }))
    await check(noticeId)
    await expect(issue(noticeId)).rejects.toMatchObject({ code: 'ballot.announcement' })
    await issuer.call(notices.returnNotice, { params: { id: noticeId }, body: { comment: '票数不对' } })
    await announce(id)
    await check(noticeId)
    await issue(noticeId)
    expect(await issuedAnnouncement(db, id, 'result')).toMatchObject({ id: noticeId })
    expect(await issuedAnnouncement(db, id)).toBe(undefined)
  })

  it.each<[string, Change, string]>([
    [
      'another fingerprint',
      content => ({
        ...content,
        sections: content.sections.map(section => ({
          ...section,
          text: section.text?.replace(/[0-9a-f]{4} /, '0000 '),
        })),
      }),
      '公告里的规则指纹与冻结的不一致',
    ],
    [
      'a name less',
      content => ({
        ...content,
        sections: content.sections.map(section => ({ ...section, items: section.items.slice(1) })),
      }),
      '公告里的候选名单与冻结的不一致',
    ],
  ])('is never issued with %s; drawn up anew it is', async (_, change, message) => {
    const { id } = await openElection(db, office)
    const { noticeId } = await announce(id)
    await edit(noticeId, change)
    await check(noticeId)
    await expect(issue(noticeId)).rejects.toMatchObject({
      code: 'ballot.announcement',
      message: expect.stringContaining(message),
    })
    expect((await read(noticeId)).state).toBe('approved')
    await issuer.call(notices.returnNotice, { params: { id: noticeId }, body: { comment: '请重新拟稿' } })
    expect((await announce(id)).noticeId).toBe(noticeId)
    await check(noticeId)
    await issue(noticeId)
  })
})
