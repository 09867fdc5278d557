import { randomUUID } from 'node:crypto'
import { type Actor, type Api, accessRoutes, authenticate } from '#kernel/access/index.ts'
import { demoSignIn } from '#kernel/access/shared/api.ts'
import { publicityRoutes } from '#kernel/publicity/index.ts'
import { approveNotice, issueNotice, sendNotice } from '#kernel/publicity/shared/index.ts'
import { ballotRoutes } from '#modules/ballot/index.ts'
import { microRoutes } from '#modules/micro-projects/index.ts'
import { selectionRoutes } from '#modules/selection/index.ts'
import { campaignsApi } from '#modules/selection/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import { answerProblem, Client, HttpApi, toProblem } from '#platform/http/index.ts'
import { addressOf } from '#platform/http/shared/address.ts'

/** The demo's people do what they do through the same doors as everybody, in this process. */
export type House = {
  as: (login: string) => Promise<Client>
  /** Somebody without an account, each time from another network. */
  visitor: Client
  /** Sends a file as the body of a request, as the desk does. */
  put: (by: Client, path: string, file: Buffer) => Promise<void>
}

export const openHouse = (db: Db): House => {
  const api: Api = new HttpApi<Actor>(db, authenticate)
  api.app.onError((error, c) => answerProblem(toProblem(error, c), c))
  accessRoutes(api, { demo: true })
  publicityRoutes(api)
  selectionRoutes(api)
  microRoutes(api)
  let visits = 0
  const clientAddress = () => {
    visits += 1
    return `10.0.${visits >> 8}.${visits & 255}`
  }
  ballotRoutes(api, { clientAddress })
  const as = async (login: string) => {
    const response = await api.app.request(addressOf(demoSignIn.path), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login }),
    })
    return new Client(api.app, response.headers.get('set-cookie')?.split(';')[0] ?? '')
  }
  const put = async ({ cookie }: Client, path: string, file: Buffer) => {
    const headers = { cookie, 'idempotency-key': randomUUID() }
    const response = await api.app.request(path, { method: 'PUT', headers, body: new Uint8Array(file) })
    if (!response.ok) throw new Error(await response.text())
  }
  return { as, visitor: new Client(api.app, ''), put }
}

/** 送审、审核、签发 by the three people of an office. */
export const issue = async (house: House, office: string, id: number): Promise<void> => {
  const body = { secrecyChecked: true as const }
  await (await house.as(`${office}-clerk`)).call(sendNotice, { params: { id }, body })
  await (await house.as(`${office}-checker`)).call(approveNotice, { params: { id }, body })
  await (await house.as(`${office}-issuer`)).call(issueNotice, { params: { id }, body: {} })
}

export type Stage = { id: number; stage: string }
type Outcome = { nominationId: number; outcome: 'pass' | 'out'; reason?: string }

/** Gives a stage's names their outcomes by `decide`, and closes it. */
export const settleStage = async (
  clerk: Client,
  params: Stage,
  decide: (pool: Awaited<ReturnType<typeof poolAt>>) => Outcome[],
): Promise<void> => {
  const judgements = decide(await poolAt(clerk, params))
  if (judgements.length > 0) await clerk.call(campaignsApi.judgePool, { params, body: { judgements } })
  await clerk.call(campaignsApi.closeStage, { params }).catch(withFindings)
}

/** Everyone goes on. */
export const passAll = (pool: { nominationId: number }[]): Outcome[] =>
  pool.map(({ nominationId }) => ({ nominationId, outcome: 'pass' }))

const poolAt = async (clerk: Client, params: Stage) => (await clerk.call(campaignsApi.getStage, { params })).pool

/** The demo is made so that nothing stops it; where something does, its maker wants to know what. */
export const withFindings = (error: { message: string; findings?: { message: string }[] }): never => {
  throw new Error([error.message, ...(error.findings ?? []).map(({ message }) => message)].join('\n'))
}
