import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { MAIN_FILE, type Plan, type PlanSources, partFiles, readPlan } from '#modules/selection/shared/index.ts'

/** The `plan.yaml` that the user means: the file named, or the one in the folder named. */
export async function mainFile(file: string): Promise<string> {
  return (await stat(file)).isDirectory() ? join(file, MAIN_FILE) : file
}

/** Reads a plan with the part files that it names. Those that are missing are left out, and the check says so. */
export async function readPlanFolder(main: string): Promise<PlanSources> {
  const text = await readFile(main, 'utf8')
  const sources: Record<string, string> = { [MAIN_FILE]: text }
  for (const name of partFiles(text)) {
    const part = await readFile(join(dirname(main), name), 'utf8').catch(() => undefined)
    if (part !== undefined) sources[name] = part
  }
  return sources
}

/** The name under which a file of the plan is shown, as the user would open it. */
export function shownName(main: string, name: string): string {
  return name === MAIN_FILE ? main : relative('.', join(dirname(main), name))
}

/** The sound plans in the folders next to this one's, to compare exclusions with. Unsound ones are passed over. */
export async function neighbours(main: string): Promise<Plan[]> {
  const shelf = resolve(dirname(main), '..')
  const entries = await readdir(shelf, { withFileTypes: true })
  const plans = await Promise.all(
    entries.filter(one => one.isDirectory()).map(one => soundPlan(join(shelf, one.name, MAIN_FILE))),
  )
  return plans.filter(plan => plan !== undefined)
}

async function soundPlan(main: string): Promise<Plan | undefined> {
  const sources = await readPlanFolder(main).catch(() => undefined)
  return sources && readPlan(sources).plan
}
