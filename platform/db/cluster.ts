import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries, RunAs } from './binaries.ts'
import { DatabaseProblem } from './problem.ts'

/** PostgreSQL programs as bare processes: make a cluster, start it, find it running, stop it. */
export interface Cluster {
  folder: string
  binaries: Binaries
  user: RunAs
}

export const ROLE = 'shishi'

export interface Postmaster {
  pid: number
  port: number
  ready: boolean
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * A dead PostgreSQL's pid may have gone to another program, or wait as a zombie for its parent: on Linux the
 * working directory tells. What we may not look at counts as PostgreSQL.
 */
const worksIn = (pid: number, folder: string): boolean => {
  if (process.platform !== 'linux') return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

/** The server that runs on `folder` according to its postmaster.pid, if it is alive. */
export const findRunning = (folder: string): Postmaster | undefined => {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!(pid > 0) || !alive(pid) || !worksIn(pid, folder)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** A port that is free now, below the range from which systems draw their ephemeral ports. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000)
    const free = await new Promise<boolean>(resolve => {
      const server = createServer()
      server.once('error', () => resolve(false))
      server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
    })
    if (free) return port
  }
}

const spawnServer = (cluster: Cluster, port: number, settings: string[], log: string): ChildProcess => {
  const output = openSync(log, 'a', 0o600)
  const fixed = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'logging_collector=off',
    'lc_messages=C',
  ]
  const child = spawn(
    join(cluster.binaries.home, 'bin/postgres'),
    ['-D', cluster.folder, ...[...fixed, ...settings].flatMap(each => ['-c', each])],
    // its own session: a terminal's Ctrl-C is for the server, which then stops PostgreSQL in order
    { ...cluster.user, cwd: '/', detached: true, stdio: ['ignore', output, output], env: { LC_ALL: 'C' } },
  )
  closeSync(output)
  child.unref()
  return child
}

const tail = (file: string): string => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n')

/** Undefined when this attempt's process ended before it was ready. */
const attemptStart = async (cluster: Cluster, settings: string[], log: string): Promise<Postmaster | undefined> => {
  const child = spawnServer(cluster, await freePort(), settings, log)
  const died = new Promise<boolean>(resolve =>
    child.once('exit', () => resolve(true)).once('error', () => resolve(true)),
  )
  for (;;) {
    const running = findRunning(cluster.folder)
    if (running?.ready) return running
    if (await Promise.race([died, sleep(10, false)])) return undefined
  }
}

/**
 * Starts the server, replaying its log after a crash, and waits until it takes connections. Tries for some
 * seconds: the children of a killed server hold its shared memory a moment longer, and a port may be lost.
 */
export const startCluster = async (cluster: Cluster, settings: string[], log: string): Promise<Postmaster> => {
  const deadline = Date.now() + 10_000
  while (Date.now() < deadline) {
    const started = await attemptStart(cluster, settings, log)
    if (started) return started
    await sleep(200)
  }
  throw new DatabaseProblem(`数据库无法启动，日志 ${log} 的末尾为：\n${tail(log)}`)
}

/** Tells the server to stop in order, without waiting: for a process that is ending already. */
export const signalCluster = (folder: string): void => {
  const running = findRunning(folder)
  if (running) process.kill(running.pid, 'SIGINT')
}

/** Stops the server in order; one that has not stopped after `patience` milliseconds is stopped at once. */
export const stopCluster = async (folder: string, patience = 15_000): Promise<void> => {
  const running = findRunning(folder)
  if (!running) return
  const isUp = () => findRunning(folder)?.pid === running.pid
  const signal = (name: NodeJS.Signals) => isUp() && process.kill(running.pid, name)
  signal('SIGINT')
  const deadline = Date.now() + patience
  while (isUp()) {
    if (Date.now() > deadline) signal('SIGQUIT')
    await sleep(20)
  }
}
