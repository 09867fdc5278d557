import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { demoAccounts } from '#kernel/access/shared/api.ts'
import { verifyAudit } from '#kernel/audit/index.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { concludeObjection } from '#kernel/publicity/shared/index.ts'
import { useSealingKey } from '#modules/ballot/index.ts'
import { projectApi, signatureApi, states } from '#modules/micro-projects/shared/index.ts'
import { campaignsApi } from '#modules/selection/shared/index.ts'
import { businessToday, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { goTo } from './clock.ts'
import { openHouse } from './house.ts'
import { firstDay } from './plans.ts'
import { loadOrFinishDemo } from './reset.ts'

useSealingKey(randomBytes(32))
useFileStore(await localStore(mkdtempSync(join(tmpdir(), 'shishi-demo-'))))
const { db } = await testDatabase()
const said: string[] = []

// The first start is cut short when a part of it is there already; the next one makes it whole.
const cutShort = loadOrFinishDemo(db, line => {
  if (line.startsWith('　')) throw new Error('cut short')
})
await expect(cutShort).rejects.toThrow('cut short')
await loadOrFinishDemo(db, line => said.push(line))

describe('the demo', () => {
  it('has a campaign finished, one publicised, one in review and one recommending, on its first day', async () => {
    const { rows } = await sql<{ slug: string; state: string; stage: string | null }>`
      select c.slug, c.state, r.stage from selection.campaign c
      left join selection.stage_run r on r.id = c.stage_run_id order by c.id`.execute(db)
    expect(rows).toEqual([
      { slug: 'demo-city-2026', state: 'finished', stage: null },
      { slug: 'demo-citizens-2026', state: 'running', stage: 'candidate-publicity' },
      { slug: 'demo-province-2026', state: 'running', stage: 'review' },
      { slug: 'demo-party-2026', state: 'running', stage: 'recommend' },
    ])
    expect(await businessToday(db)).toBe(firstDay)
  })

  it('names no real place, unit or person', async () => {
    const { rows } = await sql<{ text: string }>`
      select string_agg(name || full_name, ' ') as text from units.unit
      union all select string_agg(content::text, ' ') from selection.plan_version
      union all select string_agg(concat(name, answers, articles, particulars), ' ') from selection.nomination
      union all select string_agg(report::text, ' ') from selection.submission
      union all select string_agg(title || content::text, ' ') from publicity.notice`.execute(db)
    const all = rows.map(({ text }) => text).join(' ')
    for (const real of ['河南', '洛阳', '焦作', '济源', '郑州', '偃师', '解放区', '中州铝业', '焦煤', '万方', '吴炎'])
      expect([real, all.includes(real)]).toEqual([real, false])
  })

  it('has a list in public on the first day, one objection to it looked into and one open', async () => {
    const { rows } = await sql<{ title: string; on: string; until: string; proceed: string; people: number }>`
      select title, published_on as "on", last_day as until, proceed_on as proceed,
        (select count(distinct p) from unnest(array[drafted_by, reviewed_by, issued_by]) p)::int as people
      from publicity.notice where kind = 'publicity' and state = 'issued' and module = 'selection'`.execute(db)
    expect(rows).toEqual([
      {
        title: '关于示例三市第三届道德模范推选活动候选对象名单的公示',
        ...{ on: '2026-05-18', until: '2026-05-25', proceed: '2026-05-26', people: 3 },
      },
    ])
    const { rows: objections } = await sql<{ state: string; channel: string; outcome: string }>`
      select o.state, o.channel, e.outcome from publicity.objection o
      join selection.pool_entry e on e.nomination_id = o.item_key::bigint and e.outcome in ('pending', 'suspended')
      join selection.stage_run r on r.id = e.stage_run_id and r.stage = 'candidate-publicity' order by o.id`.execute(db)
    expect(objections).toEqual([
      { state: 'concluded', channel: 'letter', outcome: 'pending' },
      { state: 'open', channel: 'letter', outcome: 'suspended' },
    ])
  })

  it('publishes its list by three different people', async () => {
    const { rows } = await sql<{ state: string; people: number }>`
      select state, (select count(distinct p) from unnest(array[drafted_by, reviewed_by, issued_by]) p)::int as people
      from publicity.notice where kind = 'result'`.execute(db)
    expect(rows).toEqual([{ state: 'issued', people: 3 }])
  })

  it('has small works in every state, and money that adds up', async () => {
    const { rows } = await sql<{ state: string; n: number }>`
      select state, count(*)::int as n from micro.project group by 1`.execute(db)
    const before = {
      draft: 2,
      secretary: 1,
      office: 2,
      leader: 1,
      amount: 1,
      meeting: 1,
      rejected: 1,
      withdrawn: 1,
      ended: 1,
    }
    expect(Object.fromEntries(rows.map(({ state, n }) => [state, n]))).toEqual({
      ...before,
      ...{ building: 2, completed: 1, publicity: 2, acceptance: 1, committee: 1, accepted: 1, paid: 4 },
    })
    expect(Object.keys(states).filter(state => !rows.some(row => row.state === state))).toEqual([])
    const { rows: sums } = await sql<{ sum: number; lowest: number }>`
      select sum(balance_fen)::int as sum, min(balance_fen) filter (where kind <> 'grant')::int as lowest
      from micro.account`.execute(db)
    expect(sums).toEqual([{ sum: 0, lowest: 0 }])
  })

  it('leaves a record that verifies, and nobody signed in', async () => {
    expect((await verifyAudit(db)).broken).toEqual([])
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from access.session`.execute(db)
    expect(rows[0]!.n).toBe(0)
  })

  it('shows a newcomer one person of each role, with work waiting', async () => {
    const house = openHouse(db)
    const { accounts } = await (await house.as('city-clerk')).call(demoAccounts, {})
    const guides = accounts.filter(({ look }) => look)
    expect(accounts.slice(0, guides.length)).toEqual(guides)
    expect(guides.flatMap(({ roles }) => roles)).toEqual([
      ...['organiser', 'recommender', 'vetter', 'expert', 'checker', 'issuer', 'objection-officer', 'leader'],
      ...['representative', 'party-office', 'finance'],
      'administrator',
    ])
    const taskOf = async (login: string) =>
      (await (await house.as(login)).call(campaignsApi.myWork, {})).tasks.map(({ title }) => title)
    expect(await taskOf('district-police')).toEqual(['示例八市甲区征求意见'])
    expect(await taskOf('expert-2')).toEqual(['为“三个100”评审打分'])
    expect(await taskOf('city-officer')).toEqual(['1件异议待作结论'])
    expect((await taskOf('city-checker')).map(title => title.slice(0, 3))).toEqual(['审核：'])
    expect((await taskOf('city-issuer')).map(title => title.slice(0, 3))).toEqual(['签发：'])
  })

  it('has planted problems among the small works, each found by the checks', async () => {
    const office = await openHouse(db).as('street-office')
    const idOf = async (title: string) => {
      const { rows } = await sql<{ id: number }>`select id from micro.project where title = ${title}`.execute(db)
      return rows[0]!.id
    }
    const signsOf = async (title: string) =>
      (await office.call(signatureApi.getSigns, { params: { id: await idOf(title) } })).findings.map(
        ({ message }) => message,
      )
    const faultsOf = async (title: string, login: string) => {
      const reader = await openHouse(db).as(login)
      const { findings } = await reader.call(projectApi.getProject, { params: { id: await idOf(title) } })
      return findings.map(({ message }) => message)
    }
    expect(await signsOf('铺设田间便道')).toContain('第1、2、4户联系电话相同，请核实是否代签。')
    expect(await signsOf('安装凉亭照明')).toContain('第1、2户笔迹几乎相同，请核实是否代签。')
    expect(await faultsOf('补种绿化带', 'village5-staff')).toContainEqual(expect.stringMatching(/劳务工资不得/))
    expect(await faultsOf('重画停车位标线', 'street-office')).toContainEqual(expect.stringMatching(/照片/))
    expect(await faultsOf('设置楼栋公告栏', 'village6-staff')).toContain('关联群众户签名3户，不少于5户。')
  })

  it('is loaded into an empty database only', async () => {
    const before = said.length
    await loadOrFinishDemo(db, line => said.push(line))
    expect(said.length).toBe(before)
  })

  it('lets a period be lived through: past its last day, and with the objection concluded, the stage closes', async () => {
    const house = openHouse(db)
    const [clerk, officer] = [await house.as('city-clerk'), await house.as('city-officer')]
    const { rows } = await sql<{ campaign: number; objection: number }>`
      select (select id from selection.campaign where slug = 'demo-citizens-2026') as campaign,
        (select id from publicity.objection where state = 'open') as objection`.execute(db)
    const { campaign, objection } = rows[0]!
    await officer.call(concludeObjection, {
      params: { id: objection },
      body: { outcome: 'not-upheld', conclusion: '经核实，年份一致。' },
    })
    const close = () => clerk.call(campaignsApi.closeStage, { params: { id: campaign, stage: 'candidate-publicity' } })
    await expect(close()).rejects.toMatchObject({
      findings: [{ message: '公示尚未期满，期满时间为2026年5月25日24时，最早2026年5月26日进入下一环节。' }],
    })
    await goTo(db, '2026-05-26')
    expect(await close()).toEqual({ next: 'ballot' })
  })
})
