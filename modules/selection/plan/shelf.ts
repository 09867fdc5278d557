import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MAIN_FILE, type Plan, type PlanSources, partFiles, readPlan } from '../shared/index.ts'

/** Where the shipped plans stand, a folder each. */
const shelf = join(import.meta.dirname, '../plans')

/** The ids of the plans that ship with the product, in alphabetical order. */
export async function shippedPlanIds(): Promise<string[]> {
  const entries = await readdir(shelf, { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory() && entry.name !== 'fixtures')
    .map(({ name }) => name)
    .sort()
}

/** The files of a shipped plan. Throws ENOENT if there is none of that id. */
export async function shippedSources(id: string): Promise<PlanSources> {
  const text = await readFile(join(shelf, id, MAIN_FILE), 'utf8')
  const parts = partFiles(text).map(async name => [name, await readFile(join(shelf, id, name), 'utf8')] as const)
  return { [MAIN_FILE]: text, ...Object.fromEntries(await Promise.all(parts)) }
}

/** A shipped plan, read. Throws if it has faults, which the tests of the product rule out. */
export async function shippedPlan(id: string): Promise<Plan> {
  const { plan, faults } = readPlan(await shippedSources(id))
  if (plan) return plan
  throw new Error(`${id}: ${faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('; ')}`)
}
