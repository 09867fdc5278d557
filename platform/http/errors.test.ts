import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { expect, it } from 'vitest'
import { log } from '#platform/logging/index.ts'
import { answerProblem, toProblem } from './errors.ts'

log.setLevel('silent')

const answerTo = (error: Error) => {
  const app = new Hono()
  app.get('/', () => {
    throw error
  })
  app.onError((thrown, c) => answerProblem(toProblem(thrown, c), c))
  return app.request('/')
}

it.each([
  Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
  new Error('Connection terminated unexpectedly'),
  new Error('Connection terminated due to connection timeout'),
  new Error('timeout exceeded when trying to connect'),
])('a database that is away is told as 503, in words: %s', async error => {
  const answer = await answerTo(error)
  expect([answer.status, await answer.json()]).toMatchObject([
    503,
    { code: 'database.unavailable', detail: '系统正在恢复，请稍后再试，您填写的内容没有丢失。' },
  ])
})

it.each(['22P02', '22003', '22009', '22021'])(
  'a value that no column can hold (%s) is told as such, in words',
  async code => {
    const answer = await answerTo(Object.assign(new Error('invalid input syntax: secret'), { code }))
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'input.unstorable' }])
  },
)

it('a form longer than its page takes is told as such', async () => {
  const app = new Hono()
  app.post('/', bodyLimit({ maxSize: 10 }), c => c.text('ok'))
  app.onError((thrown, c) => answerProblem(toProblem(thrown, c), c))
  const answer = await app.request('/', { method: 'POST', body: 'x'.repeat(11) })
  expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'input.too-large' }])
})

it('a form that broke off on its way is asked for again', async () => {
  const app = new Hono()
  app.post('/', async c => c.json(await c.req.parseBody()))
  app.onError((thrown, c) => answerProblem(toProblem(thrown, c), c))
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const answer = await app.request('/', { method: 'POST', body: '--x\r\nContent-Disp', headers })
  expect([answer.status, await answer.json()]).toMatchObject([400, { code: 'input.syntax' }])
})

it('anything else nobody expected is a 500 that gives nothing away', async () => {
  const answer = await answerTo(new Error('secret detail'))
  expect([answer.status, (await answer.text()).includes('secret')]).toEqual([500, false])
})
