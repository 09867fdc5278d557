import type { Context } from 'hono'
import { registerSweep } from '#kernel/jobs/index.ts'
import { keyedDigest } from '#platform/crypto/index.ts'
import { sql } from '#platform/db/index.ts'
import type { State } from '../shared/index.ts'

/** What the application tells the room of signatures about its requests. */
export type OriginOptions = { clientAddress?: (c: Context) => string }

let key: Buffer | undefined

/** Tells at start the secret under which origins are hashed: the same in every process. Without one none are kept. */
export const useOriginKey = (secret: Buffer): void => {
  key = keyedDigest('SHA-256', secret, 'shishi link origins')
}

/** An address and a browser within one project, not to be told from the database alone; null where none is kept. */
export type Origin = string | null
export type OriginOf = (c: Context, projectId: number) => Origin

export const originBy =
  ({ clientAddress }: OriginOptions): OriginOf =>
  (c, projectId) => {
    if (!key || !clientAddress) return null
    const text = [projectId, clientAddress(c), c.req.header('user-agent') ?? ''].join('\n')
    return keyedDigest('SHA-256', key, text).toString('base64url').slice(0, 22)
  }

/** States in which the checker may still ask who signed where. */
const asked: readonly State[] = ['draft', 'secretary', 'office', 'leader', 'amount', 'meeting']

/** Origins are kept no longer than anybody may ask for them. */
registerSweep('micro.link-origins', async db => {
  const decided = sql`(select p.id from micro.project p where p.state <> all(${[...asked]}::text[]))`
  await sql`update micro.signature set signed_from = null, signed_in_as = null
    where (signed_from is not null or signed_in_as is not null) and project_id in ${decided}`.execute(db)
  await sql`update micro.signing_link set issued_from = null
    where issued_from is not null and project_id in ${decided}`.execute(db)
})
