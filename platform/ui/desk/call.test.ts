import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call } from './call.ts'
import { onSessionExpired } from './session-expiry.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
type Seen = { method: string; url: string; key: string | undefined }

let server: Server
let origin: string
let seen: Seen[]
let answers: Answer[]

const ok: Answer = (_, response) => response.setHeader('content-type', 'application/json').end('{"ok":true}')
const lose: Answer = request => request.socket.destroy()
const refuseWith =
  (status: number, body: object): Answer =>
  (_, response) =>
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body))

beforeEach(async () => {
  seen = []
  answers = []
  server = createServer((request, response) => {
    seen.push({ method: request.method!, url: request.url!, key: request.headers['idempotency-key'] as string })
    request.resume().on('end', () => (answers.shift() ?? ok)(request, response))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  onSessionExpired(() => Promise.resolve(false))
  server.closeAllConnections()
  server.close()
})

const answer = z.object({ ok: z.boolean() })
const save = () =>
  endpoint({
    method: 'put',
    path: `${origin}/api/things/{id}`,
    params: z.object({ id: z.string() }),
    query: z.object({ tags: z.array(z.string()), note: z.string().optional() }),
    body: z.object({ text: z.string() }),
    answer,
  })
const input = { params: { id: '甲/1' }, query: { tags: ['a', 'b'], note: '' }, body: { text: '一' } }

describe('call', () => {
  it('fills path and query from the contract and returns the answer', async () => {
    expect(await call(save(), input)).toEqual({ ok: true })
    expect(seen).toEqual([{ method: 'PUT', url: '/api/things/%E7%94%B2%2F1?tags=a&tags=b', key: expect.any(String) }])
  })

  it('sends a write whose reply was lost once more with the same key', async () => {
    answers = [lose]
    expect(await call(save(), input)).toEqual({ ok: true })
    expect(seen.map(({ key }) => key)).toEqual([seen[0]!.key, seen[0]!.key])
  })

  it('gives up after the second lost reply and says what to do', async () => {
    answers = [lose, lose]
    await expect(call(save(), input)).rejects.toMatchObject({ code: 'network.unreachable', status: 0 })
    expect(seen).toHaveLength(2)
  })

  it('sends no key with a read and leaves its repetition to the cache', async () => {
    answers = [lose]
    await expect(call(endpoint({ method: 'get', path: `${origin}/api/things`, answer }))).rejects.toThrow(Problem)
    expect(seen).toEqual([{ method: 'GET', url: '/api/things', key: undefined }])
  })

  it('throws the problem that the server told, with its findings', async () => {
    const findings = [{ path: 'text', severity: 'block', message: '超出1字' }]
    answers = [refuseWith(422, { code: 'text.long', detail: '内容过长', findings })]
    await expect(call(save(), input)).rejects.toMatchObject({
      code: 'text.long',
      message: '内容过长',
      status: 422,
      findings,
    })
  })

  it('asks for the password when the session has expired, and goes on with the same key', async () => {
    answers = [refuseWith(401, { code: 'session.missing', detail: '请先登录。' })]
    let asked = 0
    onSessionExpired(async () => ++asked > 0)
    expect(await call(save(), input)).toEqual({ ok: true })
    expect([asked, new Set(seen.map(({ key }) => key)).size]).toEqual([1, 1])
  })

  it('does not ask where a 401 is the answer', async () => {
    answers = [refuseWith(401, { code: 'access.wrong', detail: '账号或密码不对。' })]
    onSessionExpired(() => Promise.reject(new Error('must not be asked')))
    await expect(call(save(), input, { anonymous: true })).rejects.toMatchObject({ code: 'access.wrong' })
  })
})
