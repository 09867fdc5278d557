import { z } from 'zod'

/**
 * How strongly a finding holds. `block` stops the act; `reason` stops it until somebody writes why; `warning` only
 * says so; `manual` asks a person to look, because no machine can.
 */
export const severities = ['block', 'reason', 'warning', 'manual'] as const
export type Severity = (typeof severities)[number]

/**
 * The moments at which rules are looked at, in the order in which a campaign passes them. `edit` is every keystroke
 * and autosave; `submit` is the unit handing up; `check` is the organiser's 统一审核; the rest are stage kinds.
 */
export const checkpoints = [
  'edit',
  'submit',
  'check',
  'consult',
  'vet',
  'review',
  'shortlist',
  'ballot',
  'inspect',
  'publicise',
  'decide',
  'commend',
] as const
export type Checkpoint = (typeof checkpoints)[number]

/** R000-07, or R000-07b where one sentence of the notice takes several rules. Another city writes its own letters. */
const bindingId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*-\d{2,3}[a-z]?$/, '规则编号应形如 R000-01；同一条拆成几项的，后加小写字母，如 R000-07b')

/**
 * One rule of a plan: which function, with which limits, how strongly, by which clause, when, and in what words.
 * `with` is checked against the function's own parameters by `bindingFaults`.
 */
export const bindingSchema = z.strictObject({
  id: bindingId,
  rule: z.string().min(1).describe('规则函数名，如 quotaPerUnitClass'),
  with: z.record(z.string(), z.unknown()).default({}).describe('规则函数的参数'),
  severity: z.enum(severities),
  clause: z.string().min(1).describe('方案中的条款，如 二（一）'),
  at: z.array(z.enum(checkpoints)).min(1).describe('在哪些环节检查'),
  stage: z
    .array(z.string())
    .min(1)
    .optional()
    .describe('同类环节有几个时，只在这些环节（代号）检查，如 推荐单位党委会 和 市委常委会 都是审定'),
  category: z.array(z.string()).min(1).optional().describe('只适用于这些类别'),
  unitClass: z.array(z.string()).min(1).optional().describe('只适用于这几类推荐单位'),
  principalConfirms: z.boolean().default(false).describe('说明理由后还须推荐单位主要负责人确认'),
  message: z.string().min(1).describe('提示语，可用规则函数提供的{变量}'),
})

export type RuleBinding = z.infer<typeof bindingSchema>

/** A plan's rules: ids are unique, so that a written reason belongs to exactly one of them. */
export const bindingsSchema = z.array(bindingSchema).superRefine((bindings, context) => {
  const seen = new Set<string>()
  bindings.forEach(({ id }, index) => {
    if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], message: `规则编号 ${id} 重复` })
    seen.add(id)
  })
})
