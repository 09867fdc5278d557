import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import type { RunAs } from './binaries.ts'
import { DatabaseProblem } from './problem.ts'

/** Where root keeps what an unprivileged PostgreSQL must reach; SHISHI_SYSTEM_DIR is for the tests. */
export const systemFolder = (): string => process.env.SHISHI_SYSTEM_DIR ?? '/var/lib/shishi'

export interface Place {
  /** PostgreSQL's data directory. */
  cluster: string
  /** Of the database role `shishi`. */
  password: string
  /** Whether the cluster was completed once; if it is then missing, it was lost. */
  made: boolean
  user: RunAs
  /** Clusters of deleted data folders at the same path; nothing uses them any more. */
  abandoned: string[]
  /** Folder for a copy of the binaries, should one be needed. */
  copies: string
  /** Where the first three are kept (0600), so that a moved folder or another way of starting finds them. */
  record: string
}

type Kept = Pick<Place, 'cluster' | 'password' | 'made'>

/** PostgreSQL refuses to run as root and initdb wants a user with a name: the host's `nobody`, or any other. */
const unprivileged = (): RunAs => {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .filter(fields => Number(fields[2]) > 0)
  const chosen = users.find(fields => fields[0] === 'nobody') ?? users.at(-1)
  if (!chosen)
    throw new DatabaseProblem(
      '本机除 root 外没有任何用户，内置的 PostgreSQL 无法运行。请用 DATABASE_URL 指明数据库地址。',
    )
  return { uid: Number(chosen[2]), gid: Number(chosen[3]) }
}

/** Can a user without rights of its own walk down to `path`? (access lists are not looked at) */
export const reachable = (path: string, user: RunAs): boolean => {
  if (!user) return true
  const { mode, uid } = statSync(path)
  const open = uid === user.uid ? mode & 0o100 : mode & 0o001
  return open !== 0 && (path === '/' || reachable(dirname(path), user))
}

const hashOf = (dataDir: string): string => createHash('sha256').update(dataDir).digest('hex').slice(0, 16)

/** Where a new cluster goes. Elsewhere its name is never used twice: a deleted data folder starts over empty. */
const chooseCluster = (dataDir: string, user: RunAs): string => {
  const inside = join(dataDir, 'postgres')
  if (existsSync(inside))
    throw new DatabaseProblem(
      `${inside} 中有数据库，但记录其口令的 ${dataDir}/database.json 不见了，请从备份恢复该文件。`,
    )
  if (reachable(dataDir, user)) return inside
  return join(systemFolder(), 'clusters', `${hashOf(dataDir)}-${randomBytes(3).toString('hex')}`)
}

/** Clusters that data folders of the same path left behind when they were deleted. */
const leftBehind = (dataDir: string, cluster: string): string[] => {
  const folder = join(systemFolder(), 'clusters')
  if (dirname(cluster) !== folder || !existsSync(folder)) return []
  const names = readdirSync(folder).filter(name => name.startsWith(hashOf(dataDir)) && /-[0-9a-f]{6}$/.test(name))
  return names.map(name => join(folder, name)).filter(path => path !== cluster)
}

/** Writes the first record there is and returns it; of several starters at once one wins, all get its answer. */
const readOrKeep = (record: string, fresh: () => Kept): Kept => {
  if (!existsSync(record)) {
    const draft = `${record}.${process.pid}`
    writeFileSync(draft, JSON.stringify(fresh(), null, 2), { mode: 0o600 })
    try {
      linkSync(draft, record)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
  }
  return JSON.parse(readFileSync(record, 'utf8')) as Kept
}

/** Notes that the cluster is complete, and where it is now. */
export const keepMade = ({ record, cluster, password }: Place): void => {
  writeFileSync(`${record}.${process.pid}`, JSON.stringify({ cluster, password, made: true }, null, 2), { mode: 0o600 })
  renameSync(`${record}.${process.pid}`, record)
}

/** A data folder that was moved takes its cluster along; anything else that is missing is a loss to be told. */
const findCluster = (kept: Kept, dataDir: string, record: string): string => {
  if (!kept.made || existsSync(kept.cluster)) return kept.cluster
  const along = join(dataDir, 'postgres')
  if (existsSync(along)) return along
  throw new DatabaseProblem(
    `数据库目录 ${kept.cluster} 不见了（记录在 ${record}）。请恢复该目录；确实要从头开始时，先删除该记录。`,
  )
}

const ownerOf = (cluster: string, otherwise: RunAs): RunAs => {
  if (!existsSync(cluster)) return otherwise
  const { uid, gid } = statSync(cluster)
  return uid === 0 ? otherwise : { uid, gid }
}

/** Decides once where the cluster of `dataDir` lives, and finds it again at every later start. */
export const findPlace = (dataDir: string): Place => {
  mkdirSync(dataDir, { recursive: true })
  const folder = realpathSync(dataDir)
  const record = join(folder, 'database.json')
  const user = process.getuid?.() === 0 ? unprivileged() : undefined
  const kept = readOrKeep(record, () => ({
    cluster: chooseCluster(folder, user),
    password: randomBytes(24).toString('base64url'),
    made: false,
  }))
  const cluster = findCluster(kept, folder, record)
  return {
    ...kept,
    cluster,
    record,
    user: user && ownerOf(cluster, user),
    copies: user ? systemFolder() : folder,
    abandoned: leftBehind(folder, cluster),
  }
}

/** Makes `folder` with its parents; it belongs to `user` alone. */
export const makeFolder = (folder: string, user: RunAs): void => {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (user) chownSync(folder, user.uid, user.gid)
}
