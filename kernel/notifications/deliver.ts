import { z } from 'zod'
import { defineJob } from '#kernel/jobs/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { type Channel, channelOf, type Outgoing } from './channels.ts'
import { secretPlace } from './secret.ts'

type Row = Outgoing & { channel: Channel; link: string | null }

/** Sends one message of the outbox. Sent at least once: a crash between the provider's answer and ours sends it again. */
export const deliverMessage = defineJob({
  name: 'notifications.deliver',
  schema: z.object({ id: z.number() }),
  handle: async (db, { id }, { last }) => {
    const failure = await deliver(db, id)
    if (failure && last) await noteFailure(db, id, failure)
    if (failure) throw failure
  },
})

const deliver = (db: Db, id: number): Promise<Error | undefined> =>
  inTransaction(db, async tx => {
    const { rows } = await sql<Row>`
      select id, channel, address, subject, body, link from notifications.message
      where id = ${id} and state = 'queued' and channel <> 'in-app' for update skip locked`.execute(tx)
    const message = rows[0]
    const send = message && channelOf(message.channel)
    if (!send) return undefined
    const { link, ...outgoing } = message
    try {
      await send(link ? { ...outgoing, body: outgoing.body.replaceAll(secretPlace, link) } : outgoing)
    } catch (error) {
      return error as Error
    }
    await sql`update notifications.message set state = 'sent', sent_at = clock_timestamp(), link = null
      where id = ${id}`.execute(tx)
    return undefined
  })

const noteFailure = (db: Db, id: number, failure: Error) =>
  sql`update notifications.message set state = 'failed', error = ${failure.message.slice(0, 500)}, link = null
    where id = ${id} and state = 'queued'`.execute(db)
