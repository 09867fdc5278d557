import { beforeAll, describe, expect, it } from 'vitest'
import { readWord, renderPdf } from '#kernel/documents/index.ts'
import { pdfPages } from '#kernel/documents/testing/pdf.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { type MicroWorld, microWorld, onDay, readyDraft } from '../testing.ts'
import { type Decided, meetingRecord } from './meeting-record.ts'

const { db } = await testDatabase()
let world: MicroWorld
let meetingId: number

beforeAll(async () => {
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
  const agreed = await readyDraft(world)
  const refused = await readyDraft(world, { title: '𠮷家塘清淤' })
  await sql`update micro.project set approved_fen = 25000 where id = ${agreed}`.execute(db)
  const { rows } = await sql<{ id: number }>`
    insert into micro.meeting (programme_id, held_on, attendees, resolution)
    values (${world.programmeId}, '2023-10-07', '全体委员', '同意其中1个项目，1个项目不同意。') returning id`.execute(
    db,
  )
  meetingId = rows[0]!.id
  await sql`insert into micro.step (project_id, step, outcome, actor_name, post_title, comment, meeting_id) values
    (${agreed}, 'meeting', 'pass', '委员', '组织委员', '', ${meetingId}),
    (${refused}, 'meeting', 'reject', '委员', '组织委员', '与水利项目重复', ${meetingId})`.execute(db)
})

const get = (by: keyof MicroWorld['people'], format: string, meeting = meetingId) =>
  world.app.request(`/api/micro/programmes/${world.programmeId}/meetings/${meeting}/${format}`, {
    headers: { cookie: world.people[by].cookie },
  })

describe('the record of a meeting', { timeout: 60_000 }, () => {
  it('says when, who, what was decided of which project, and what it comes to', async () => {
    const file = Buffer.from(await (await get('leader', 'docx')).arrayBuffer())
    const { blocks } = await readWord(file, '会议记录.docx')
    const lines = blocks.flatMap(block => (block.kind === 'paragraph' && block.text ? [block.text] : []))
    expect(lines.slice(0, 5)).toEqual([
      '荷花街道党工委会议',
      '研究“党员微服务、群众大满意”活动项目记录',
      ...['会议时间：2023年10月7日', '参会人员：全体委员', '会议决定：同意其中1个项目，1个项目不同意。'],
    ])
    const table = blocks.find(({ kind }) => kind === 'table')
    expect(table?.kind === 'table' && table.cells.slice(6).map(({ text }) => text)).toEqual([
      ...['1', '东村', '修补村口路肩', '李代表', '250', '同意'],
      ...['2', '东村', '𠮷家塘清淤', '李代表', '—', '不同意：与水利项目重复'],
      ...['合计：研究2个，同意1个', '250', '', '主持人（签字）：', '记录人（签字）：'],
    ])
  })

  it('is given to the sub-district alone, and not under another programme', async () => {
    for (const by of ['lead', 'staff', 'secretary', 'stranger'] as const) {
      const answer = await get(by, 'pdf')
      expect([answer.status, await answer.text()]).toEqual([403, expect.not.stringContaining('路肩')])
    }
    expect((await get('leader', 'pdf', meetingId + 1)).status).toBe(404)
  })

  it('has its titles on every page, and the signatures under the last project', async () => {
    const project: Decided = {
      ...{ villageName: '示例新村社区', title: '修'.repeat(60), leadName: '阿卜杜热依木·麦麦提图尔逊江' },
      ...{ approvedFen: 120_050, passed: true, comment: '' },
    }
    const words = { body: '示例街道党工委会议', programme: '微实事', resolution: '同意。' }
    for (const count of [1, 10, 11, 12, 13, 14, 60]) {
      const projects = Array.from({ length: count }, () => project)
      const model = meetingRecord({ ...words, heldOn: '2023-10-07', attendees: '全体委员', projects })
      const pages = await pdfPages((await renderPdf(model)).file)
      expect(pages.every(({ text }) => text.includes('会议意见'))).toBe(true)
      expect(pages.at(-1)!.text).toMatch(/修.*合计：研究\d+个，同意\d+个.*主持人（签字）：记录人（签字）：/u)
    }
  })
})
