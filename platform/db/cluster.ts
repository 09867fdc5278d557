import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries, RunAs } from './binaries.ts'
import { makeFolder } from './place.ts'

/** PostgreSQL programs as bare processes: make a cluster, start it, find it running, stop it. */
export interface Cluster {
  folder: string
  binaries: Binaries
  user: RunAs
}

export const ROLE = 'shishi'

const locales = (major: number): string[][] =>
  major >= 17
    ? [
        ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'],
        ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ]
    : [['--locale=C.UTF-8'], ['--locale=C']]

const initdb = (cluster: Cluster, data: string, passwordFile: string, locale: string[], sync: boolean) =>
  spawnSync(
    join(cluster.binaries.home, 'bin/initdb'),
    [
      '-D',
      data,
      '-U',
      ROLE,
      '-E',
      'UTF8',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...locale,
      ...(sync ? [] : ['--no-sync']),
    ],
    { ...cluster.user, cwd: '/', encoding: 'utf8', env: { LC_ALL: 'C' } },
  )

/** Makes the cluster beside its place and moves it there whole; keeps one that another starter made first. */
export const makeCluster = (cluster: Cluster, password: string, sync = true): void => {
  const making = `${cluster.folder}.${process.pid}`
  const data = join(making, 'data')
  const passwordFile = join(making, 'password')
  rmSync(making, { recursive: true, force: true })
  makeFolder(making, cluster.user)
  makeFolder(data, cluster.user)
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (cluster.user) chownSync(passwordFile, cluster.user.uid, cluster.user.gid)
    const results = locales(Number.parseInt(cluster.binaries.version, 10))
    const failures: string[] = []
    for (const locale of results) {
      const result = initdb(cluster, data, passwordFile, locale, sync)
      if (result.status === 0) break
      failures.push(result.stderr || String(result.error))
    }
    if (failures.length === results.length) throw new Error(`数据库初始化失败：${failures.at(-1)}`)
    moveUnlessMade(data, cluster.folder)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

const moveUnlessMade = (from: string, to: string): void => {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(join(to, 'PG_VERSION'))) throw error
  }
}

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

/** A dead PostgreSQL's pid may have gone to another program: on Linux its working directory tells. */
const worksIn = (pid: number, folder: string): boolean => {
  if (process.platform !== 'linux') return true
  const result = spawnSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8' })
  return result.status !== 0 || result.stdout.trim() === folder
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

/** Starts the server, replaying its log after a crash, and waits until it takes connections. */
export const startCluster = async (cluster: Cluster, settings: string[], log: string): Promise<Postmaster> => {
  for (let attempt = 1; ; attempt++) {
    const child = spawnServer(cluster, await freePort(), settings, log)
    const died = new Promise<void>(resolve => child.once('exit', () => resolve()).once('error', () => resolve()))
    for (let over = false; !over; ) {
      const running = findRunning(cluster.folder)
      if (running?.ready) return running
      over = await Promise.race([died.then(() => true), sleep(10, false)])
    }
    const other = findRunning(cluster.folder)
    if (!other && attempt === 3) throw new Error(`数据库无法启动，日志 ${log} 的末尾为：\n${tail(log)}`)
    if (other) await sleep(50)
  }
}

/** Stops the server in order; one that has not stopped after `patience` milliseconds is stopped at once. */
export const stopCluster = async (folder: string, patience = 15_000): Promise<void> => {
  const running = findRunning(folder)
  if (!running) return
  const signal = (name: NodeJS.Signals) => alive(running.pid) && process.kill(running.pid, name)
  signal('SIGINT')
  const deadline = Date.now() + patience
  while (alive(running.pid)) {
    if (Date.now() > deadline) signal('SIGQUIT')
    await sleep(20)
  }
}

/** The log beside the data, made afresh when it has grown past 10 MB. */
export const logFile = (folder: string): string => join(dirname(folder), 'postgres.log')
