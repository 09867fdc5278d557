import { expect, it } from 'vitest'
import { handOver } from '#kernel/access/shared/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { campaignsApi } from './shared/index.ts'
import { testCampaign } from './testing.ts'

const { db } = await testDatabase()
const campaign = await testCampaign(db, { plan: 'luoyang-2021', today: '2021-12-24' })

it('what waits for a post is told when it is handed over, and waits for the successor', async () => {
  const { rows } = await sql<{ name: string }>`
    select u.name from selection.submission s join units.unit u on u.id = s.unit_id order by s.id limit 1`.execute(db)
  const { clerk } = await campaign.clerkOf(rows[0]!.name)
  const successor = await campaign.server.signedIn({ unitId: clerk.ids.unitId, roles: [], name: '接手人' })
  await inTransaction(db, tx =>
    sql`update access.account set login = 'successor' where id = ${successor.ids.accountId}`.execute(tx),
  )
  const before = (await clerk.call(campaignsApi.myWork, {})).tasks
  const params = { id: clerk.ids.postId }
  const { unfinished } = await clerk.call(handOver, { params, body: { rank: 'A', toLogin: 'successor' } })
  expect([before.length, unfinished]).toEqual([1, 1])
})
