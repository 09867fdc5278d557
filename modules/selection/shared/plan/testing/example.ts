import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Plan, type PlanFault, readPlan } from '../index.ts'

const root = join(import.meta.dirname, '../../../../..')

/** The whole plan printed in docs/how-to/write-a-plan.md: a made-up city that selects model citizens. */
export const exampleText: string = readFileSync(join(root, 'docs/how-to/write-a-plan.md'), 'utf8').match(
  /^```yaml\n([\s\S]*?)^```$/m,
)![1]!

export function examplePlan(): Plan {
  return readPlan({ 'plan.yaml': exampleText }).plan!
}

/** The example with one passage replaced; throws if the passage is not there. */
export function edited(from: string, to: string, text = exampleText): string {
  if (!text.includes(from)) throw new Error(`not in the example: ${from}`)
  return text.replace(from, () => to)
}

/** Line (from 1) of the first place where some words stand. */
export function lineOf(text: string, words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length
}

/** Faults without the words, for comparing where and what. */
export function briefly(faults: PlanFault[]): { code: string; line: number }[] {
  return faults.map(({ code, line }) => ({ code, line }))
}

/** The files of a shipped plan. */
export function shipped(id: string): Record<string, string> {
  const folder = join(root, 'modules/selection/plans', id)
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  const main = read('plan.yaml')
  const names = [...main.matchAll(/\{ file: ([^ ]+) \}/g)].map(match => match[1]!)
  return { 'plan.yaml': main, ...Object.fromEntries(names.map(name => [name, read(name)])) }
}

export function shippedPlan(id: string): Plan {
  const { plan, faults } = readPlan(shipped(id))
  if (!plan) throw new Error(JSON.stringify(faults))
  return plan
}
