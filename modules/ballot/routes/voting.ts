import type { Context } from 'hono'
import type { Api } from '#kernel/access/index.ts'
import { inTransaction } from '#platform/db/index.ts'
import { everyone } from '#platform/http/index.ts'
import { cast } from '../cast/cast.ts'
import { addComment } from '../comments.ts'
import { type Frozen, frozenBySlug } from '../election/frozen.ts'
import { admitVoter } from '../identity/admission.ts'
import { limits, sendCode } from '../identity/code.ts'
import { issue } from '../identity/issue.ts'
import { ballotApi } from '../shared/index.ts'
import { subnetOf } from './subnet.ts'

/** What the application tells the room of ballots about its requests. */
export type BallotOptions = { clientAddress: (c: Context) => string }

type At = { params: { slug: string } }

const inputOf = (body: { mode: 'blind'; blinded: string } | { mode: 'plain'; serial: string }): Buffer =>
  body.mode === 'blind' ? Buffer.from(body.blinded, 'base64url') : Buffer.from(body.serial, 'hex')

/**
 * The voter's requests. None runs in the pipeline's transaction: its Idempotency-Key would keep the answer, and a hash
 * from which a telephone could be guessed. Each is safe to repeat by itself.
 */
export const votingRoutes = (api: Api, { clientAddress }: BallotOptions): void => {
  const load = ({ params }: At): Promise<Frozen | undefined> => frozenBySlug(api.db, params.slug)
  const subnet = (c: Context) => subnetOf(clientAddress(c))
  api.handle(ballotApi.requestCode, {
    load,
    allow: everyone('a voter proves a telephone by the code it gets'),
    streams: true,
    act: async ({ loaded, body, c }) => {
      const asked = { ...body, subnet: subnet(c) }
      const challenge = await inTransaction(api.db, tx => sendCode(tx, loaded, asked))
      if (challenge) return { sent: false as const, challenge }
      return { sent: true as const, validSeconds: limits.validMinutes * 60, resendSeconds: limits.resendSeconds }
    },
  })
  api.handle(ballotApi.admit, {
    load,
    allow: everyone('a voter comes in by the code of a telephone'),
    streams: true,
    act: ({ loaded, body }) => inTransaction(api.db, tx => admitVoter(tx, loaded, body)),
  })
  api.handle(ballotApi.issueCredential, {
    load,
    allow: everyone('the admission token says whose credential it is'),
    streams: true,
    act: ({ loaded, body }) => {
      const asked = { mode: body.mode, token: body.token, input: inputOf(body) }
      return inTransaction(api.db, tx => issue(tx, loaded, asked))
    },
  })
  api.handle(ballotApi.castBallot, {
    allow: everyone('the credential is the right to cast; who casts is not known'),
    streams: true,
    act: ({ params, body, c }) => cast(api.db, params.slug, body, subnet(c)),
  })
  api.handle(ballotApi.sendComment, {
    load,
    allow: everyone('the admission token lets a voter comment'),
    streams: true,
    act: async ({ loaded, body }) => {
      await inTransaction(api.db, tx => addComment(tx, loaded, body))
      return { ok: true as const }
    },
  })
}
