import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlanSources } from './shared/index.ts'

const folder = join(import.meta.dirname, 'plans')

/** Ids of the plans that come with the product. */
export const shippedPlans = (): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && /-\d{4}$/.test(entry.name))
    .map(({ name }) => name)
    .sort()

/** The files of a shipped plan as {@link readPlan} takes them; undefined where there is none of that id. */
export const shippedSources = (id: string): PlanSources | undefined =>
  shippedPlans().includes(id) ? sourcesIn(join(folder, id)) : undefined

/** Every YAML file below a folder, named as `plan.yaml` refers to it. */
export const sourcesIn = (root: string): PlanSources =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.yaml'))
      .map(name => [name, readFileSync(join(root, name), 'utf8')]),
  )
