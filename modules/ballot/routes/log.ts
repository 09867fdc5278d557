import type { Api } from '#kernel/access/index.ts'
import { readCode } from '#platform/crypto/index.ts'
import type { Db } from '#platform/db/index.ts'
import { everyone, refuse } from '#platform/http/index.ts'
import { frozenById, frozenBySlug } from '../election/frozen.ts'
import { type Election, findPublic } from '../election/load.ts'
import { issuedUntilYesterday } from '../identity/issued.ts'
import { findByReceipt, headPage } from '../log/queries.ts'
import { recordLines } from '../log/record.ts'
import { proveConsistency, proveInclusion } from '../log/tree.ts'
import { ballotApi } from '../shared/index.ts'

const everybody = everyone('the log is public, so that anybody can check it')
const loadFrozen = ({ db, params }: { db: Db; params: { slug: string } }) => frozenBySlug(db, params.slug)

export const logRoutes = (api: Api): void => {
  api.handle(ballotApi.checkReceipt, {
    allow: everyone('a receipt is checked by its number'),
    act: ({ db, params }) => checkReceipt(db, params.number),
  })
  api.handle(ballotApi.listHeads, {
    load: loadFrozen,
    allow: everybody,
    act: ({ db, loaded, query }) => headPage(db, loaded.id, query.before),
  })
  api.handle(ballotApi.getInclusion, {
    load: loadFrozen,
    allow: everybody,
    act: async ({ db, loaded, query }) => ({
      path: await proveInclusion(db, loaded, query.index, query.size).catch(outside),
    }),
  })
  api.handle(ballotApi.getConsistency, {
    load: loadFrozen,
    allow: everybody,
    act: async ({ db, loaded, query }) => ({
      path: await proveConsistency(db, loaded, query.first, query.second).catch(outside),
    }),
  })
  api.handle(ballotApi.getIssued, {
    load: loadFrozen,
    allow: everyone('how many credentials were issued is published daily'),
    act: ({ db, loaded }) => issuedUntilYesterday(db, loaded),
  })
  api.handle(ballotApi.getRecord, {
    load: ({ db, params }) => findPublic(db, params.slug),
    allow: everybody,
    act: ({ db, loaded }) => recordFile(db, loaded),
  })
}

const outside = (): never => {
  throw refuse('ballot.range', '日志里没有这个位置。', { status: 404 })
}

/** record.jsonl, streamed in portions. */
export const recordFile = async (db: Db, election: Election, full = false): Promise<Response> => {
  const frozen = await frozenById(db, election.id)
  const lines = recordLines(db, election, frozen, full)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull: async controller => {
      const { value, done } = await lines.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await lines.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'content-type': 'application/jsonl; charset=utf-8',
      'content-disposition': `attachment; filename="${election.slug}.record.jsonl"`,
    },
  })
}

const checkReceipt = async (db: Db, typed: string) => {
  const number = readCode(typed) ?? null
  const found = number ? await findByReceipt(db, number) : undefined
  if (!found) return { state: 'unknown' as const, number }
  const { index, size, head, supersededBy } = found
  const path = await proveInclusion(db, await frozenById(db, found.electionId), index, size)
  const state = found.void ? ('void' as const) : supersededBy === null ? ('standing' as const) : ('superseded' as const)
  return { ...found, state, number: number!, proof: { index, size, path, head } }
}
