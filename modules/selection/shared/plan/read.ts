import { baseCalendar, type Calendar } from '#kernel/calendar/shared/index.ts'
import { bindingFaults } from '../rules/bind.ts'
import type { Flaw, PlanFault } from './flaw.ts'
import { wordsFor } from './issue-words.ts'
import { type Assembled, assemble, type PlanSources, placeOf } from './parts.ts'
import { Plan } from './plan.ts'
import { publicityFlaws } from './publicity-flaws.ts'
import { positionOf } from './yaml-file.ts'

/** What reading gives: a plan if it is sound, and every fault found, in the order of the files and lines. */
export type ReadPlan = { plan?: Plan; faults: PlanFault[] }

/** More faults than this help nobody; the rest is left off. */
const MOST_FAULTS = 200

/**
 * Reads a plan from the texts of its files. Never throws, whatever it is given. `calendar` decides whether a
 * publicity period fits before its deadline.
 */
export function readPlan(sources: PlanSources, calendar: Calendar = baseCalendar): ReadPlan {
  const assembled = assemble(sources)
  if (!('main' in assembled)) return { faults: assembled.faults }
  const result = Plan.safeParse(assembled.value)
  const found = result.success
    ? laterFlaws(result.data, calendar)
    : result.error.issues.flatMap(issue => wordsFor(issue, assembled.value))
  const missing = (flaw: Flaw) =>
    assembled.faults.some(({ path }) => path.length > 0 && path.join() === flaw.path.join())
  const faults = found.filter(flaw => !missing(flaw)).map(flaw => placed(assembled, flaw))
  const all = inOrder([...assembled.faults, ...faults]).slice(0, MOST_FAULTS)
  return all.length > 0 || !result.success ? { faults: all } : { plan: result.data, faults: [] }
}

function laterFlaws(plan: Plan, calendar: Calendar): Flaw[] {
  return [...publicityFlaws(plan, calendar), ...ruleFlaws(plan)]
}

/** Rules whose function, parameters, pointers or message variables do not exist. */
function ruleFlaws(plan: Plan): Flaw[] {
  return bindingFaults(plan.rules, plan).map(({ rule, path, message }): Flaw => {
    return {
      path: ['rules', ...path],
      code: 'rule',
      message: `规则 ${rule}：${message}`,
      advice: '请改正这条规则的绑定。',
    }
  })
}

function placed(assembled: Assembled, flaw: Flaw & { onKey?: boolean }): PlanFault {
  const { onKey, ...rest } = flaw
  const { file, inside } = placeOf(assembled, flaw.path)
  return { ...rest, file: file.name, ...positionOf(file, inside, onKey) }
}

/** By file and line; one fault a place and kind is enough. */
function inOrder(faults: PlanFault[]): PlanFault[] {
  const sorted = [...faults].sort((a, b) => order(a.file, b.file) || a.line - b.line || a.column - b.column)
  const seen = new Set<string>()
  return sorted.filter(({ file, path, code, message }) => {
    const where = `${file} ${path.join('.')} ${code.startsWith('date-f') || code === 'impossible-date' ? 'date' : code + message}`
    return seen.has(where) ? false : seen.add(where)
  })
}

const order = (a: string, b: string) => (a === b ? 0 : a === 'plan.yaml' ? -1 : b === 'plan.yaml' ? 1 : a < b ? -1 : 1)
