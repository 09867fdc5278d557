import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '#platform/db/cluster.ts'
import type { BenchedServer } from '../kit/server.ts'

/** A server that reads JSON and answers JSON of the size of a receipt, by the same parts as the product's. */
export const startHttpOnly = async (): Promise<BenchedServer> => {
  const port = await freePort()
  const child: ChildProcess = fork(import.meta.filename, [String(port)], { execArgv: [] })
  await once(child, 'message')
  const stop = async () => {
    child.kill()
    if (child.exitCode === null) await once(child, 'exit')
  }
  return { port, pid: child.pid!, stop }
}

if (process.send && import.meta.main) {
  const { serve } = await import('@hono/node-server')
  const { Hono } = await import('hono')
  const app = new Hono()
  const receipt = { number: 'x'.repeat(1400) }
  app.post('/*', async c => c.json({ ...receipt, given: Object.keys(await c.req.json()).length }))
  serve({ fetch: app.fetch, port: Number(process.argv[2]), hostname: '127.0.0.1' }, () => process.send!('ready'))
}
