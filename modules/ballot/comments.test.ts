import { describe, expect, it } from 'vitest'
import { history } from '#kernel/audit/index.ts'
import { readSheet } from '#kernel/documents/excel/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { commentsOn } from './comments.ts'
import { findElection } from './election/load.ts'
import { ballotApi, ballotDeskApi } from './shared/index.ts'
import { countOut, openElection, phoneOf, testOffice } from './testing.ts'

const { db } = await testDatabase()
const office = await testOffice(db)
const { checker, server } = office
const { visitor } = server
const { id, slug, poll } = await openElection(db, office)
const params = { slug }
const say = (token: string, candidate: number, words: string) =>
  visitor.call(ballotApi.sendComment, { params, body: { token, candidate, words } })
const waiting = () => checker.call(ballotDeskApi.listDeskComments, { params: { id }, query: {} })
const shown = () => visitor.call(ballotApi.listComments, { params, query: {} })

describe('a comment', () => {
  it('is one for each voter and candidate, and may be written anew until somebody has read it', async () => {
    const { token } = await poll.admitted(phoneOf(1))
    await say(token, 1, '好')
      .then(() => expect.fail('one character'))
      .catch(problem => expect(problem.code).toBe('input.invalid'))
    await say(token, 1, '办事公道。')
    await say(token, 1, '办事公道，随叫随到。')
    await expect(say(token, 99, '办事公道。')).rejects.toMatchObject({ code: 'ballot.candidate' })
    await expect(say('x'.repeat(43), 1, '办事公道。')).rejects.toMatchObject({ code: 'ballot.token' })
    const { comments } = await waiting()
    expect(comments).toMatchObject([{ candidate: 1, name: '候选1', words: '办事公道，随叫随到。' }])
    await checker.call(ballotDeskApi.decideComment, {
      params: { id, commentId: comments[0]!.id },
      body: { show: true },
    })
    await expect(say(token, 1, '改一改。')).rejects.toMatchObject({ code: 'ballot.commented' })
  })

  it('shows after it was read and the result is issued, and not when it was kept back', async () => {
    const { token } = await poll.admitted(phoneOf(2))
    await say(token, 2, '加我微信领红包')
    const [advert] = (await waiting()).comments
    await checker.call(ballotDeskApi.decideComment, { params: { id, commentId: advert!.id }, body: { show: false } })
    expect(await shown()).toEqual({ comments: [] })
    await countOut(db, office, id)
    expect(await shown()).toEqual({ comments: [{ candidate: 1, words: '办事公道，随叫随到。' }] })
  })

  it('is taken to the ceremony as a sheet once it was let through, and the taking is on record', async () => {
    const get = (cookie: string) =>
      server.app.request(`/api/ballot/desk/elections/${id}/comments.xlsx`, { headers: { cookie } })
    const rows = await readSheet(Buffer.from(await (await get(checker.cookie)).arrayBuffer()))
    expect(rows).toEqual([
      ['类别', '编号', '姓名或名称', '单位', '百姓评语'],
      ['示范单位', 1, '候选1', '示例单位', '办事公道，随叫随到。'],
    ])
    const [taken] = await history(db, 'election', id)
    expect(taken).toMatchObject({ action: 'ballot.comment.export', detail: { list: 'comments' } })
    expect([(await get('')).status, (await get(office.leader.cookie)).status]).toEqual([401, 403])
  })

  it('is known to the module that asked for the vote by its own id of whom it is about', async () => {
    const election = (await findElection(db, id))!
    const refs = { 1: 501, 2: 502 }
    expect(await Promise.all([501, 502, 1].map(ref => commentsOn(db, { ...election, refs }, ref)))).toEqual([
      ['办事公道，随叫随到。'],
      [],
      [],
    ])
  })

  it('is read by the office that holds the vote only', async () => {
    const { visitor: nobody } = server
    await expect(nobody.call(ballotDeskApi.listDeskComments, { params: { id }, query: {} })).rejects.toMatchObject({
      status: 401,
    })
    const neighbour = await server.signedIn({ unitId: office.units.sibling, roles: ['organiser', 'checker'] })
    await expect(neighbour.call(ballotDeskApi.listDeskComments, { params: { id }, query: {} })).rejects.toMatchObject({
      status: 403,
    })
  })
})
