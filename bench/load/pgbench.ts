import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figures, figuresOf } from './figures.ts'
import type { SqlLoad } from './sql.ts'

/** Where Debian's postgresql packages put it, newest first, and the path of the shell. */
const places = (): string[] => {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  return [...versions.map(version => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
}

/** pgbench, where this host has it. */
export const findPgbench = (): string | undefined =>
  places()
    .map(folder => join(folder, 'pgbench'))
    .find(existsSync)

const environment = (url: string) => {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    ...process.env,
    PGHOST: hostname,
    PGPORT: port || '5432',
    PGUSER: decodeURIComponent(username),
    PGPASSWORD: decodeURIComponent(password),
    PGDATABASE: pathname.slice(1),
    PGOPTIONS: '-c TimeZone=Asia/Shanghai',
  }
}

/** Milliseconds of every transaction: third column of the log, in microseconds. */
const timesIn = (folder: string): number[] =>
  readdirSync(folder)
    .filter(name => name.startsWith('log'))
    .flatMap(name => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
    .map(line => Number(line.split(' ')[2]) / 1000)
    .filter(time => time >= 0)

const finished = (binary: string, args: string[], url: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(binary, args, { env: environment(url), stdio: ['ignore', 'ignore', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', data => (complaint += data))
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve() : reject(new Error(`pgbench: ${complaint}`))))
  })

/** The works by pgbench, chosen at random, as prepared statements unless they write. */
export const loadPgbench = async (binary: string, { url, connections, seconds, works }: SqlLoad): Promise<Figures> => {
  const folder = mkdtempSync(join(tmpdir(), 'shishi-pgbench-'))
  try {
    const scripts = works.map((work, n) => {
      const file = join(folder, `work${n}.sql`)
      writeFileSync(file, work.map(text => `${text.replaceAll(/\s*\n\s*/g, ' ').trim()};\n`).join(''))
      return ['-f', file]
    })
    const writes = works[0]!.some(text => /^(begin|update)/.test(text.trim()))
    const load = ['-n', '-M', writes ? 'simple' : 'prepared', '-c', String(connections), '-j', '1']
    const log = ['-l', '--log-prefix', join(folder, 'log')]
    const whole = Math.max(1, Math.round(seconds))
    await finished(binary, [...load, ...log, '-T', String(whole), ...scripts.flat()], url)
    return figuresOf(timesIn(folder), whole)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
