import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Cluster, ROLE } from './cluster.ts'
import { makeFolder } from './place.ts'
import { DatabaseProblem } from './problem.ts'

/** Text sorts by code point on every host; where the C library knows UTF-8, classes of letters are right too. */
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
    [`--pgdata=${data}`, `--username=${ROLE}`, '--encoding=UTF8', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
      .concat(locale)
      .concat(sync ? [] : ['--no-sync']),
    { ...cluster.user, cwd: '/', encoding: 'utf8', env: { LC_ALL: 'C' } },
  )

const moveUnlessMade = (from: string, to: string): void => {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(join(to, 'PG_VERSION'))) throw error
  }
}

/** Tries the wanted locale first; a host without C.UTF-8 gets plain C. */
const initialise = (cluster: Cluster, data: string, passwordFile: string, sync: boolean): void => {
  let complaint = ''
  for (const locale of locales(Number.parseInt(cluster.binaries.version, 10))) {
    const result = initdb(cluster, data, passwordFile, locale, sync)
    if (result.status === 0) return
    complaint = result.stderr || String(result.error)
  }
  throw new DatabaseProblem(`数据库初始化失败：${complaint}`)
}

/** Makes the cluster beside its place and moves it there whole; keeps one that another starter made first. */
export const makeCluster = (cluster: Cluster, password: string, sync = true): void => {
  const making = `${cluster.folder}.${process.pid}`
  const passwordFile = join(making, 'password')
  rmSync(making, { recursive: true, force: true })
  makeFolder(making, cluster.user)
  makeFolder(join(making, 'data'), cluster.user)
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (cluster.user) chownSync(passwordFile, cluster.user.uid, cluster.user.gid)
    initialise(cluster, join(making, 'data'), passwordFile, sync)
    moveUnlessMade(join(making, 'data'), cluster.folder)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}
