import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { type Programme, programmeSchema } from '../shared/index.ts'

const folder = join(import.meta.dirname, 'plans')

/** The programmes that come with the product, read once. @throws Error that names the file and what is wrong in it */
export const shippedProgrammes = (): Programme[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .map(name => readProgramme(readFileSync(join(folder, name), 'utf8'), basename(name)))

/** A programme from its file. @throws Error that names every fault with its place, a word that means nothing included */
export const readProgramme = (yaml: string, name: string): Programme => {
  const given: unknown = parse(yaml)
  const read = programmeSchema.safeParse(given)
  const faults = read.success
    ? strange(given, read.data).map(path => `${path}：没有这一项，请核对拼写`)
    : read.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`)
  if (!read.success || faults.length > 0) throw new Error(`${name}：${faults.join('；')}`)
  return read.data
}

/** Paths that were written and that the schema dropped. */
const strange = (given: unknown, read: unknown): string[] => {
  if (typeof given !== 'object' || given === null || typeof read !== 'object' || read === null) return []
  return Object.entries(given).flatMap(([key, value]) =>
    key in read ? strange(value, (read as Record<string, unknown>)[key]).map(path => `${key}.${path}`) : [key],
  )
}
