import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './child.mjs'
import { environment } from './node.mjs'
import { whileSaying } from './say.mjs'

const CONFIG = 'apps/desk/vite.config.ts'
const STAMP = join(root, 'dist/desk.stamp')
const ROOMS = ['apps', 'kernel', 'modules', 'platform']
/** The browser is given what stands in these folders (see ARCHITECTURE.md) and nothing else. */
const BROWSER = /\/(desk|shared|ui)\//
const TEST = /\.test\.tsx?$/

const filesBelow = folder =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })

/** One hash over everything that the built desk is made of. */
export const deskHash = () => {
  const hash = createHash('sha256')
  const sources = ROOMS.filter(room => existsSync(join(root, room))).flatMap(filesBelow)
  const files = sources.filter(path => BROWSER.test(path) && !TEST.test(path)).sort()
  for (const path of [...files, 'package-lock.json', 'tsconfig.json', 'tsconfig.desk.json'])
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

/** Builds dist/desk with Vite unless it is already made of the present sources. Throws with Vite's words. */
export const ensureDesk = async node => {
  if (!existsSync(join(root, CONFIG))) return
  const hash = deskHash()
  const built =
    existsSync(STAMP) && existsSync(join(root, 'dist/desk/index.html')) && readFileSync(STAMP, 'utf8') === hash
  if (built) return
  const args = ['node_modules/vite/bin/vite.js', 'build', '--config', CONFIG, '--logLevel', 'warn']
  const work = run(node, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(node, { NODE_ENV: 'production' }),
  })
  const { code, output } = await whileSaying('正在生成工作台页面', work)
  if (code !== 0) throw new Error(`工作台页面生成失败：\n${output.trim()}`)
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(STAMP, hash)
}
