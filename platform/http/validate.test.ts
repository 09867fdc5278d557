import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Db } from '#platform/db/index.ts'
import { answerProblem, endpoint, everyone, HttpApi, toProblem } from './index.ts'

const api = new HttpApi<{ id: string }>({} as Db, async () => null)
api.app.onError((error, c) => answerProblem(toProblem(error, c), c))
const echo = endpoint({
  method: 'get',
  path: '/echo/{id}/{name}',
  summary: '原样返回',
  params: z.object({ id: z.coerce.number(), name: z.string() }),
  query: z.object({ q: z.string().optional() }),
  answer: z.object({ id: z.number(), name: z.string(), q: z.string().optional() }),
})
api.handle(echo, {
  allow: everyone('a test'),
  act: async ({ params, query }) => ({ ...params, ...query }),
})
const ask = async (path: string) => {
  const answer = await api.app.request(path)
  return [answer.status, await answer.json()]
}

describe('an address', () => {
  it('is read without what no table can hold', async () => {
    expect(await ask('/echo/1/a%00b?q=%00')).toEqual([200, { id: 1, name: 'ab', q: '' }])
    expect(await ask('/echo/1/%F0%A0%AE%B7')).toEqual([200, { id: 1, name: '𠮷' }])
  })

  it.each(['1.5', '9223372036854775808', '1e400', 'Infinity'])('with the number %s names nothing', async id => {
    const [status] = await ask(`/echo/${id}/a`)
    expect([404, 422]).toContain(status)
  })
})
