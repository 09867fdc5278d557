import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './child.mjs'
import { giveUp, whileSaying } from './say.mjs'

const packagesOf = file => {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages
  } catch {
    return undefined
  }
}

/** True when node_modules holds what package-lock.json names; what other systems need may be missing. */
const matches = () => {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true
    return present[path] ? present[path].version === version : Boolean(optional)
  })
}

/** npm as it was called, or the one on the PATH. No package needs its install script here. */
const npm = args =>
  process.env.npm_execpath?.endsWith('.js') ? [process.execPath, [process.env.npm_execpath, ...args]] : ['npm', args]

/** Installs the exact versions of the lockfile unless they are there already. */
export const ensureInstalled = async () => {
  if (matches()) return
  const [command, args] = npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  const env = { ...process.env, npm_config_omit: '', NODE_ENV: '' }
  const work = run(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env })
  const { code, output } = await whileSaying('正在安装依赖（第一次需要一两分钟）', work)
  if (code !== 0) giveUp(`依赖安装失败，请检查网络与 npm 源后重试。npm 的输出：\n${output.trim()}`)
}
