import { type Import, layerOf, roomOf } from './imports.ts'

/** What a room shows to others: its server door, its browser door, its pages, its endpoints' contracts. */
const DOOR = /^(kernel|modules)\/[^/]+\/(([\w-]+\/)*index\.tsx?|shared\/api\.ts)$/
const BROWSER_FILE = /\/(shared|desk)\//
const BROWSER_TARGET = /\/(shared|desk)\/|^platform\/ui\/|\.(css|json|svg|png|woff2)(\?\w+)?$/
/** Packages that need Node, a database or an HTTP server. */
const SERVER_PACKAGE = /^(node:|pg$|pg-boss|kysely|hono|@hono\/|nodemailer|sharp|@node-rs\/|docx$|tsx$)/

export type Rule = (each: Import, table: Record<string, string[]>) => string | undefined

const oneWay: Rule = ({ file, target, own }) => {
  const [from, to] = [layerOf(file), layerOf(target)]
  return own && to > from ? 'imports go platform ← kernel ← modules ← apps' : undefined
}

const inTable: Rule = ({ file, target, own }, table) => {
  const [from, to] = [roomOf(file), roomOf(target)]
  const inner = own && from !== to && layerOf(file) === layerOf(target) && /^(kernel|modules)\//.test(file)
  return inner && !table[from]?.includes(to)
    ? `the table of tools/edges/table.ts has no edge ${from} → ${to}`
    : undefined
}

const byDoor: Rule = ({ file, target, own }) => {
  const foreign = own && roomOf(file) !== roomOf(target) && /^(kernel|modules)\//.test(target)
  return foreign && !DOOR.test(target) ? 'another room is entered by its index or shared/api.ts only' : undefined
}

const byAlias: Rule = ({ file, target, own, written }) =>
  own && written.startsWith('.') && layerOf(file) > 0 && layerOf(file) < 3 && roomOf(file) !== roomOf(target)
    ? 'another room is imported by its # alias'
    : undefined

const browserSafe: Rule = ({ file, target, own, typeOnly }) => {
  if (!BROWSER_FILE.test(file) || typeOnly || /^apps\/desk\/[^/]+\.config\.ts$/.test(file)) return undefined
  if (!own) return SERVER_PACKAGE.test(target) ? 'the browser has no such package' : undefined
  return BROWSER_TARGET.test(`/${target}`) || BROWSER_TARGET.test(target)
    ? undefined
    : 'the browser gets shared/, desk/ and platform/ui only'
}

const rules: Rule[] = [oneWay, inTable, byDoor, byAlias, browserSafe]

/** Every import that breaks a rule, as a line that says where and why. */
export const faultsIn = (imports: Import[], table: Record<string, string[]>): string[] =>
  imports.flatMap(each =>
    rules.flatMap(rule => {
      const why = rule(each, table)
      return why ? [`${each.file} imports ${each.written}: ${why}`] : []
    }),
  )
