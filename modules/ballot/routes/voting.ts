import type { Context } from 'hono'
import type { Api } from '#kernel/access/index.ts'
import type { Db } from '#platform/db/index.ts'
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

const load = ({ db, params }: { db: Db; params: { slug: string } }): Promise<Frozen | undefined> =>
  frozenBySlug(db, params.slug)

const inputOf = (body: { mode: 'blind'; blinded: string } | { mode: 'plain'; serial: string }): Buffer =>
  body.mode === 'blind' ? Buffer.from(body.blinded, 'base64url') : Buffer.from(body.serial, 'hex')

export const votingRoutes = (api: Api, { clientAddress }: BallotOptions): void => {
  const subnet = (c: Context) => subnetOf(clientAddress(c))
  api.handle(ballotApi.requestCode, {
    load,
    allow: everyone('a voter proves a telephone by the code it gets'),
    act: async ({ db, loaded, body, c }) => {
      const challenge = await sendCode(db, loaded, { ...body, subnet: subnet(c) })
      if (challenge) return { sent: false as const, challenge }
      return { sent: true as const, validSeconds: limits.validMinutes * 60, resendSeconds: limits.resendSeconds }
    },
  })
  api.handle(ballotApi.admit, {
    load,
    allow: everyone('a voter comes in by the code of a telephone'),
    act: ({ db, loaded, body }) => admitVoter(db, loaded, body),
  })
  api.handle(ballotApi.issueCredential, {
    load,
    allow: everyone('the admission token says whose credential it is'),
    act: ({ db, loaded, body }) => issue(db, loaded, { mode: body.mode, token: body.token, input: inputOf(body) }),
  })
  api.handle(ballotApi.castBallot, {
    allow: everyone('the credential is the right to cast; who casts is not known'),
    streams: true,
    act: ({ params, body, c }) => cast(api.db, params.slug, body, subnet(c)),
  })
  api.handle(ballotApi.sendComment, {
    load,
    allow: everyone('the admission token lets a voter comment'),
    act: async ({ db, loaded, body }) => {
      await addComment(db, loaded, body)
      return { ok: true as const }
    },
  })
}
