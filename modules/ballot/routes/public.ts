import type { Api } from '#kernel/access/index.ts'
import type { Db } from '#platform/db/index.ts'
import { everyone, refuse } from '#platform/http/index.ts'
import { shownComments } from '../comments.ts'
import { type Frozen, frozenById, frozenBySlug } from '../election/frozen.ts'
import { type Election, findPublic, phaseOf, publicElections } from '../election/load.ts'
import { openidOf, requireState, slugOfState, wechatAddress, wechatReady } from '../identity/wechat.ts'
import { wechatProof } from '../identity/wechat-proof.ts'
import { latestHead } from '../log/queries.ts'
import { originOf } from '../origin.ts'
import { ballotApi } from '../shared/index.ts'

export { originOf } from '../origin.ts'

const load = ({ db, params }: { db: Db; params: { slug: string } }): Promise<Election | undefined> =>
  findPublic(db, params.slug)

const everybody = everyone('rules and candidates of a vote are public from their freeze on')

export const publicRoutes = (api: Api): void => {
  api.handle(ballotApi.listElections, {
    allow: everybody,
    act: async ({ db }) => ({ elections: (await publicElections(db)).map(brief) }),
  })
  api.handle(ballotApi.getElection, {
    load,
    allow: everybody,
    act: async ({ db, loaded }) => paper(loaded, await frozenById(db, loaded.id)),
  })
  api.handle(ballotApi.getDocument, {
    load,
    allow: everybody,
    act: async ({ db, loaded }) =>
      new Response((await frozenById(db, loaded.id)).text, {
        headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=300' },
      }),
  })
  api.handle(ballotApi.getResult, {
    load,
    allow: everyone('a result is public once it is issued'),
    act: ({ db, loaded }) => result(db, loaded),
  })
  api.handle(ballotApi.listComments, {
    load,
    allow: everyone('comments are public once an officer has read them and the result is issued'),
    act: async ({ db, loaded, query }) => ({
      comments: loaded.state === 'published' ? await shownComments(db, loaded.id, query.candidate) : [],
    }),
  })
  wechatRoutes(api)
}

export const brief = (election: Election) => ({
  slug: election.slug,
  title: election.rules.title,
  organiser: election.rules.organiser,
  phase: phaseOf(election),
  opensAt: election.rules.opensAt,
  closesAt: election.rules.closesAt,
  fingerprint: election.fingerprint!,
})

/** The document without the long texts; the answer's schema leaves them out. */
const paper = (election: Election, { document }: Frozen) => ({
  ...brief(election),
  ...document,
  serverTime: election.now,
  wechatReady: wechatReady(),
})

const result = async (db: Db, { id, state, result: counted, publishedAt, rules }: Election) => {
  if (state !== 'published') throw refuse('ballot.not-published', '结果还没有公布。', { status: 404 })
  const head = await latestHead(db, id)
  return { publishedAt: publishedAt!, result: counted!, head: head!.note, voidReasons: rules.voidReasons }
}

const wechatRoutes = (api: Api) => {
  api.handle(ballotApi.startWechat, {
    load: ({ db, params }) => frozenBySlug(db, params.slug),
    allow: everyone('a voter inside WeChat is sent to WeChat'),
    act: async ({ loaded, c }) => ({ location: wechatAddress(loaded, `${originOf(c.req.url)}/api/ballot/wechat`) }),
  })
  api.handle(ballotApi.returnFromWechat, {
    load: ({ db, query }) => frozenBySlug(db, slugOfState(query.state)),
    allow: everyone('WeChat sends the voter’s browser back'),
    act: async ({ loaded, query, c }) => {
      requireState(loaded, query.state)
      const proof = wechatProof(loaded, await openidOf(query.code))
      return c.redirect(`/ballot/${loaded.document.id}/vote#wechat=${proof}`)
    },
  })
}
