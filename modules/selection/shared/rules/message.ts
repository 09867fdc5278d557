import type { Facts, NominationFacts } from './facts.ts'
import type { Rule, Violation } from './rule.ts'

/** Names every message may use, whatever its rule: the unit, the category, the nominee. */
export const commonVariables = ['单位', '类别', '名称', '姓名'] as const

const placeholder = /\{([^{}]+)\}/g

/**
 * Variables of a template that nobody provides, neither the rule nor the common names nor the plan's settings (the
 * telephone to call, never shipped with a plan): each is a fault of the plan.
 */
export function unknownVariables(template: string, rule: Rule, settings: string[]): string[] {
  const known = new Set<string>([...commonVariables, ...settings, ...rule.variables])
  return [...template.matchAll(placeholder)].map(match => match[1]!).filter(name => !known.has(name))
}

/** Fills a template for one violation. A setting that nobody has filled in yet is left out with its brackets. */
export function messageFor(template: string, facts: Facts, violation: Violation): string {
  const values: Record<string, string | number | undefined> = {
    ...facts.settings,
    ...namesOf(facts, violation.nomination ?? facts.nomination),
    ...violation.values,
  }
  const filled = template.replace(placeholder, (_, name: string) => String(values[name] ?? ''))
  return filled.replace(/（）/g, '')
}

function namesOf(facts: Facts, nomination: NominationFacts | undefined) {
  return {
    单位: nomination?.unit.name ?? facts.unit?.unit.name,
    类别: nomination?.categoryName,
    名称: nomination?.name,
    姓名: nomination?.name,
  }
}
