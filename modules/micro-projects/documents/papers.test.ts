import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '#kernel/documents/testing/pdf.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { microPaperApi, projectApi } from '../shared/index.ts'
import { draft, type MicroWorld, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'

const { db } = await testDatabase()
let world: MicroWorld
let id: number

beforeAll(async () => {
  useFileStore(await localStore(await mkdtemp(join(tmpdir(), 'micro-papers-'))))
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
  id = await readyDraft(world)
})

const get = async (by: keyof MicroWorld['people'], paper: string, format = 'docx') => {
  const path = `/api/micro/projects/${id}/papers/${paper}/${format}`
  const answer = await world.app.request(path, { headers: { cookie: world.people[by].cookie } })
  const name = decodeURIComponent(
    /filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '',
  )
  return { status: answer.status, name, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
const words = async (by: keyof MicroWorld['people'], paper: string) =>
  strFromU8(unzipSync((await get(by, paper)).bytes)['word/document.xml']!).replaceAll(/<[^>]+>/g, '')

describe('the application', { timeout: 60_000 }, () => {
  it('is filled from the project, under the name of its own sub-district, with totals that nobody typed', async () => {
    const text = await words('staff', 'application')
    expect(text).toContain('示例街道“党员微服务，群众大满意”')
    expect(text).toContain('申报村（社区）名称：东村')
    expect(text).toContain('经费预算：250元')
    expect(text).toContain('共3名党员，0个村居民代表，6户群众')
    expect((await get('staff', 'application')).name).toBe('附件1 项目申报表-东村-修补村口路肩.docx')
  })

  it('gives whole telephone numbers to the village’s staff and the party office alone', async () => {
    await sql`update micro.project set state = 'office' where id = ${id}`.execute(db)
    for (const by of ['staff', 'office'] as const) expect(await words(by, 'application')).toContain('13900000001')
    for (const by of ['lead', 'secretary', 'leader', 'finance'] as const) {
      const text = await words(by, 'application')
      expect(text).toContain('139****0001')
      expect(text).not.toMatch(/1[3-9]\d{9}/)
    }
    await sql`update micro.project set state = 'draft' where id = ${id}`.execute(db)
    for (const by of ['office', 'leader'] as const) expect((await get(by, 'application')).status).toBe(403)
  })

  it('is not given to a neighbouring village', async () => {
    const { status, bytes } = await get('stranger', 'application')
    expect([status, new TextDecoder().decode(bytes)]).toEqual([403, expect.not.stringContaining('修补')])
  })

  it('bears who agreed once the chain went on, and leaves the rest to the pen', async () => {
    await passUpTo(world, id, 'secretary')
    const [pages, empty] = [await get('staff', 'application', 'pdf'), '街道组织委员签字：']
    const text = (await pdfPages(pages.bytes)).map(page => page.text).join('')
    expect(text).toMatch(/同意。村（社区）党组织书记签字：测试员\d+（盖章）2023年10月7日/)
    expect(text).toMatch(new RegExp(`${empty}（盖章）`))
  })

  it('that is taken out stands on record', async () => {
    const { rows } = await sql<{ detail: { paper: string; numbers: string } }>`
      select detail from audit.entry where action = 'micro.project.paper' order by id desc limit 1`.execute(db)
    expect(rows[0]!.detail).toMatchObject({ paper: 'application', format: 'pdf', numbers: 'full' })
  })
})

describe('an application that is not settled', { timeout: 60_000 }, () => {
  const written = async (project: number) => {
    const path = `/api/micro/projects/${project}/papers/application/pdf`
    const answer = await world.app.request(path, { headers: { cookie: world.people.staff.cookie } })
    const pages = await pdfPages(new Uint8Array(await answer.arrayBuffer()))
    return pages.map(({ text }) => text).join('')
  }

  it('leaves the totals of its sheet to the pen while signatures are wanting', async () => {
    const { lead } = world.people
    const body = { ...draft, programmeId: world.programmeId, leadId: world.memberIds[0]! }
    const { id: unsigned } = await lead.call(projectApi.createProject, { body })
    expect(await written(unsigned)).toContain('统计：共名党员，个村居民代表，户群众。')
    expect(await written(await readyDraft(world))).toContain('统计：共3名党员，0个村居民代表，6户群众。')
  })

  it('no longer bears the signature of who agreed before it was sent back', async () => {
    const returned = await readyDraft(world)
    await passUpTo(world, returned, 'secretary')
    expect(await written(returned)).toMatch(/同意。村（社区）党组织书记签字：测试员/)
    await world.people.office.call(projectApi.takeStep, {
      params: { id: returned },
      body: { step: 'office', outcome: 'return', comment: '请补充预算。' },
    })
    const text = await written(returned)
    expect(text).toContain('村（社区）党组织书记签字：（盖章）')
    expect(text).not.toContain('同意。')
  })
})

describe('the papers of what is done', { timeout: 60_000 }, () => {
  it('cannot be had before', async () => {
    for (const paper of ['notice', 'acceptance', 'plaque']) expect((await get('staff', paper)).status).toBe(409)
    const { papers } = await world.people.lead.call(microPaperApi.listPapers, { params: { id } })
    expect(papers.map(({ key }) => key)).toEqual(['application'])
  })

  it('tell what it cost, who took part and whom to call', async () => {
    const completion = { finishedOn: '2023-10-20', participants: 12, text: '修补30米路肩。' }
    await sql`update micro.project set state = 'acceptance', spent_fen = 24050,
      completion = ${JSON.stringify(completion)}::jsonb where id = ${id}`.execute(db)
    const notice = await words('staff', 'notice')
    expect(notice).toContain('项目完成情况公示')
    expect(notice).toContain('240.50元')
    expect(notice).toContain('监督电话：0731-80000000')
    const acceptance = await words('lead', 'acceptance')
    expect(acceptance).toContain('12人')
    expect(acceptance).toContain('修补30米路肩。')
  })

  it('have a plaque in the name of the sub-district', async () => {
    const [page] = await pdfPages((await get('office', 'plaque', 'pdf')).bytes)
    expect([page!.width, page!.height]).toEqual([350, 240])
    expect(page!.text).toBe('党徽党员为群众办实事项目示例街道党工委')
  })
})
