import { describe, expect, it } from 'vitest'
import { footCode, renderPdf } from '#kernel/documents/index.ts'
import { shippedPlan, shippedPlanIds } from '../../plan/shelf.ts'
import { blankForm, blankForms } from './blank.ts'

const plans = await Promise.all((await shippedPlanIds()).map(shippedPlan))
const code = await footCode('https://example.gov.cn/papers/ABCDEFGHJK', '核对码 ABCDE-FGHJK')
const forms = plans.flatMap(plan =>
  blankForms(plan).map(({ key }) => [`${plan.id}/${key}`, plan.forms[key]!.cover ? 4 : 1, plan, key] as const),
)

describe('an empty form', () => {
  it.each(forms)('%s takes %i page(s), as its annex does', { timeout: 60_000 }, async (_, expected, plan, key) => {
    const { document } = blankForm(plan, key, '演示数据，非真实情况')
    const sections = document.sections.map(section => ({ ...section, footCode: code }))
    expect((await renderPdf({ ...document, sections })).pages).toBe(expected)
  })
})
