import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyAudit } from '#kernel/audit/index.ts'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { businessToday, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { loadDemo } from './index.ts'
import { firstDay } from './plans.ts'

useFileStore(await localStore(mkdtempSync(join(tmpdir(), 'shishi-demo-'))))
const { db } = await testDatabase()
const said: string[] = []
await loadDemo(db, line => said.push(line))

describe('the demo', () => {
  it('has one campaign finished, one in review and one recommending, on its first day', async () => {
    const { rows } = await sql<{ slug: string; state: string; stage: string | null }>`
      select c.slug, c.state, r.stage from selection.campaign c
      left join selection.stage_run r on r.id = c.stage_run_id order by c.id`.execute(db)
    expect(rows).toEqual([
      { slug: 'demo-city-2026', state: 'finished', stage: null },
      { slug: 'demo-province-2026', state: 'running', stage: 'review' },
      { slug: 'demo-party-2026', state: 'running', stage: 'recommend' },
    ])
    expect(await businessToday(db)).toBe(firstDay)
  })

  it('names no real place, unit or person', async () => {
    const { rows } = await sql<{ text: string }>`
      select string_agg(name || full_name, ' ') as text from units.unit
      union all select string_agg(content::text, ' ') from selection.plan_version
      union all select string_agg(title || content::text, ' ') from publicity.notice`.execute(db)
    const all = rows.map(({ text }) => text).join(' ')
    for (const real of ['河南', '洛阳', '焦作', '济源', '郑州', '偃师', '解放区', '中州铝业', '焦煤', '万方', '吴炎'])
      expect([real, all.includes(real)]).toEqual([real, false])
  })

  it('publishes its list by three different people', async () => {
    const { rows } = await sql<{ state: string; people: number }>`
      select state, (select count(distinct p) from unnest(array[drafted_by, reviewed_by, issued_by]) p)::int as people
      from publicity.notice where kind = 'result'`.execute(db)
    expect(rows).toEqual([{ state: 'issued', people: 3 }])
  })

  it('leaves a record that verifies, and nobody signed in', async () => {
    expect((await verifyAudit(db)).broken).toEqual([])
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from access.session`.execute(db)
    expect(rows[0]!.n).toBe(0)
  })

  it('is loaded into an empty database only', async () => {
    const before = said.length
    await loadDemo(db, line => said.push(line))
    expect(said.length).toBe(before)
  })
})
