import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export interface Import {
  /** The importing file, from the root of the repository. */
  file: string
  /** What it imports: a path from the root for our own files ('kernel/audit/index.ts'), else the package. */
  target: string
  own: boolean
  /** `import type`: gone before anything runs. */
  typeOnly: boolean
  /** As written. */
  written: string
}

const LAYERS = ['platform', 'kernel', 'modules', 'apps']
const STATEMENT = /(?:^|[\n;])\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g
/** Tests and what serves only them may look anywhere. */
const FOR_TESTS = /\.test\.tsx?$|\.fixture\.ts$|\/testing(\.ts$|\/)|\/cases\//

/** Imports written in one file's text; `file` is needed to place relative ones. */
export const importsOf = (file: string, text: string): Import[] =>
  [...text.matchAll(STATEMENT)].map(match => {
    const written = (match[2] ?? match[3])!
    const own = /^[#.]/.test(written)
    const relative = written.startsWith('.')
    const target = relative ? posix.join(posix.dirname(file), written) : written.replace(/^#/, '')
    return { file, target, own, typeOnly: match[1] !== undefined, written }
  })

const filesBelow = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap(entry => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return filesBelow(root, path)
    return /\.tsx?$/.test(entry.name) && !FOR_TESTS.test(path) ? [path] : []
  })

/** Every import of every file of the house that runs in production. */
export const readImports = (root: string): Import[] =>
  LAYERS.flatMap(layer => filesBelow(root, layer)).flatMap(file =>
    importsOf(file, readFileSync(join(root, file), 'utf8')),
  )

export const layerOf = (path: string): number => LAYERS.indexOf(path.split('/')[0]!)
export const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/')
