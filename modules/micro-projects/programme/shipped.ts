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

/** A programme from its file. @throws Error */
export const readProgramme = (yaml: string, name: string): Programme => {
  const read = programmeSchema.safeParse(parse(yaml))
  if (read.success) return read.data
  const faults = read.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`)
  throw new Error(`${name}：${faults.join('；')}`)
}
