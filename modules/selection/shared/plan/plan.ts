import type { z } from 'zod'
import { flawsOf } from './flaws.ts'
import { planShape } from './shape.ts'

/** A plan that has been read: every part in its place, defaults filled in. */
export type Plan = z.infer<typeof planShape>

/** A sound plan: right in shape and free of contradictions. Issues carry `params: { code, advice }`. */
export const Plan = planShape.superRefine((plan, context) => {
  for (const { path, code, message, advice } of flawsOf(plan)) {
    context.addIssue({ code: 'custom', path: [...path], message, params: { code, advice } })
  }
})
