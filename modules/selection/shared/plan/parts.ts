import type { PlanFault, PlanPath } from './flaw.ts'
import { nearest } from './nearest.ts'
import { openYaml, positionOf, type YamlFile } from './yaml-file.ts'

/** File name, as written in the plan → text. */
export type PlanSources = Readonly<Record<string, string>>

/** A plan put together from its files, knowing which path came from which file. */
export type Assembled = {
  value: unknown
  main: YamlFile
  parts: { prefix: PlanPath; file: YamlFile }[]
  faults: PlanFault[]
}

/** The file in which every plan begins. */
export const MAIN_FILE = 'plan.yaml'

/** Reads `plan.yaml` and puts `units`, `rules` and each form in place where they stand in files of their own. */
export function assemble(sources: PlanSources): Assembled | { faults: PlanFault[] } {
  if (!Object.hasOwn(sources, MAIN_FILE)) {
    const advice = '方案的主文件应命名为 plan.yaml。'
    return {
      faults: [
        { file: MAIN_FILE, line: 1, column: 1, path: [], code: 'missing-file', message: '没有 plan.yaml', advice },
      ],
    }
  }
  const { file: main, faults } = openYaml(MAIN_FILE, sources[MAIN_FILE]!)
  if (!main) return { faults }
  const assembled: Assembled = { value: main.value, main, parts: [], faults: [] }
  if (!isRecord(main.value)) return assembled
  const value: Record<string, unknown> = { ...main.value }
  assembled.value = value
  for (const name of ['units', 'rules'])
    if (Object.hasOwn(value, name)) value[name] = part(assembled, sources, [name], value[name])
  if (isRecord(value.forms)) {
    const forms = Object.entries(value.forms).map(([name, form]) => [
      name,
      part(assembled, sources, ['forms', name], form),
    ])
    value.forms = Object.fromEntries(forms)
  }
  return assembled
}

/** What stands for a part: itself, or the contents of the file it names. Missing parts stay undefined. */
function part(assembled: Assembled, sources: PlanSources, prefix: PlanPath, value: unknown): unknown {
  const name = fileNamed(value)
  if (name === undefined) return value
  if (!Object.hasOwn(sources, name)) {
    const close = nearest(name, Object.keys(sources))
    const advice = close ? `是否应为 ${close}？` : '请把这个文件放在 plan.yaml 旁边，或改正文件名。'
    const at = positionOf(assembled.main, prefix)
    assembled.faults.push({
      file: MAIN_FILE,
      ...at,
      path: prefix,
      code: 'missing-file',
      message: `找不到文件 ${name}`,
      advice,
    })
    return undefined
  }
  const { file, faults } = openYaml(name, sources[name]!)
  assembled.faults.push(...faults)
  if (file) assembled.parts.push({ prefix, file })
  return file?.value
}

/** The names of the files that a `plan.yaml` wants beside it; none if it cannot be read. Only names below its folder. */
export function partFiles(text: string): string[] {
  const { file } = openYaml(MAIN_FILE, text)
  if (!isRecord(file?.value)) return []
  const { units, rules, forms } = file.value
  const names = [units, rules, ...(isRecord(forms) ? Object.values(forms) : [])].map(fileNamed)
  return [...new Set(names.filter(name => name !== undefined && isBelow(name)))] as string[]
}

/** Whether a file name stays inside the plan's own folder. */
const isBelow = (name: string) => /\.ya?ml$/.test(name) && !/^[/\\]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(name)

/** The file that a part names, where it is `{ file: … }`. */
export function fileNamed(value: unknown): string | undefined {
  return isRecord(value) && Object.keys(value).length === 1 && typeof value.file === 'string' ? value.file : undefined
}

/** The file in which something of the plan stands, and its path inside that file. */
export function placeOf(assembled: Assembled, path: PlanPath): { file: YamlFile; inside: PlanPath } {
  const home = assembled.parts.find(({ prefix }) => prefix.every((segment, index) => path[index] === segment))
  return home ? { file: home.file, inside: path.slice(home.prefix.length) } : { file: assembled.main, inside: path }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
