import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { findRunning, freePort, stopCluster } from '#platform/db/cluster.ts'

const base = mkdtempSync(join(tmpdir(), 'shishi-start-'))
const dataDir = join(base, 'data')
const port = await freePort()
const address = `http://127.0.0.1:${port}`
const children: ChildProcess[] = []

const cluster = (): string => JSON.parse(readFileSync(join(dataDir, 'database.json'), 'utf8')).cluster

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL')
  if (existsSync(join(dataDir, 'database.json'))) {
    await stopCluster(cluster())
    rmSync(cluster(), { recursive: true, force: true })
  }
  rmSync(base, { recursive: true, force: true })
})

/** npm start without npm; what it says is gathered in `said()`. */
const start = (env: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.mjs')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DEMO: '0', NODE_ENV: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let text = ''
  child.stdout.on('data', data => (text += data))
  child.stderr.on('data', data => (text += data))
  return { child, said: () => text }
}
type Started = ReturnType<typeof start>

const exitCode = async ({ child }: Started): Promise<number | null> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

const serves = (): Promise<boolean> =>
  fetch(`${address}/healthz`)
    .then(answer => answer.status === 200)
    .catch(() => false)

/** Waits for /healthz, and fails with what the server said if it ends before. */
const ready = async (started: Started): Promise<void> => {
  while (!(await serves())) {
    if (started.child.exitCode !== null) throw new Error(started.said())
    await sleep(100)
  }
}

describe('npm start', () => {
  it('serves, refuses a second start, survives kill -9 of anything, and stops it all on Ctrl-C', async () => {
    const first = start()
    await ready(first)
    await expect.poll(first.said).toContain(address)

    const second = start({ PORT: String(await freePort()) })
    expect(await exitCode(second)).toEqual(1)
    expect(second.said()).toContain('已有一个实事平台在运行')
    expect(await serves()).toEqual(true)

    first.child.kill('SIGKILL')
    await expect.poll(serves, { timeout: 10_000 }).toEqual(false)

    const third = start()
    await ready(third)
    third.child.kill('SIGINT')
    expect(await exitCode(third)).toEqual(0)
    expect(await serves()).toEqual(false)
    expect(findRunning(cluster())).toEqual(undefined)
  }, 120_000)
})
