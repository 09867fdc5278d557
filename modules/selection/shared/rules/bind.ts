import type { RuleBinding } from './binding.ts'
import { unknownNames } from './known-names.ts'
import { commonVariables, unknownVariables } from './message.ts'
import { resolved } from './reference.ts'
import { rules } from './registry.ts'
import type { Rule } from './rule.ts'

/** A binding whose function is found and whose parameters are read, ready to run. */
export type BoundRule = { binding: RuleBinding; rule: Rule; params: unknown }

/** What is wrong with a plan's rules; `path` is that of the value inside `rules`, for the line to be found. */
export type BindingFault = { rule: string; path: (string | number)[]; message: string }

/**
 * Makes a plan's rules ready to run: functions looked up, pointers into the plan followed, parameters read.
 * Throws an Error naming the first fault; a plan that `bindingFaults` finds clean never throws.
 */
export function bindRules(bindings: RuleBinding[], plan: unknown): BoundRule[] {
  return bindings.map((binding, index) => {
    const [fault] = faultsOf(binding, index, plan)
    if (fault) throw new Error(`${fault.rule}：${fault.message}`)
    const rule = rules[binding.rule]!
    return { binding, rule, params: rule.params.parse(resolved(binding.with, plan)) }
  })
}

/** Every fault of a plan's rules: no such function, wrong parameters, pointers to nothing, unknown names and variables. */
export function bindingFaults(bindings: RuleBinding[], plan: unknown): BindingFault[] {
  return bindings.flatMap((binding, index) => faultsOf(binding, index, plan))
}

function faultsOf(binding: RuleBinding, index: number, plan: unknown): BindingFault[] {
  const fault = (path: (string | number)[], message: string) => ({ rule: binding.id, path: [index, ...path], message })
  const rule = Object.hasOwn(rules, binding.rule) ? rules[binding.rule] : undefined
  if (!rule) return [fault(['rule'], `没有名为“${binding.rule}”的规则函数，可用的有：${Object.keys(rules).join('、')}`)]
  const missing: string[] = []
  const given = resolved(binding.with, plan, missing)
  const params = rule.params.safeParse(given)
  const wrong = missing.length > 0 ? [] : (params.error?.issues ?? [])
  return [
    ...missing.map(path => fault(['with'], `方案中没有“${path}”，请核对引用`)),
    ...wrong.map(issue => fault(['with', ...issue.path.map(String)], `参数有误：${issue.message}`)),
    ...unknownNames(binding, given, plan).map(({ path, name }) => fault(path, `方案中没有代号为“${name}”的内容`)),
    ...unknownVariables(binding.message, rule, settingsOf(plan)).map(name =>
      fault(['message'], unknownVariable(name, rule)),
    ),
  ]
}

function unknownVariable(name: string, rule: Rule): string {
  return `提示语中的{${name}}不是这条规则提供的变量，可用的有：${[...rule.variables, ...commonVariables].join('、')}`
}

/** Keys of the settings a plan asks for, such as contact-phone. */
function settingsOf(plan: unknown): string[] {
  const settings = (plan as { settings?: { key: string }[] } | null)?.settings ?? []
  return settings.map(({ key }) => key)
}
