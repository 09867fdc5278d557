import { z } from 'zod'
import { rule } from './rule.ts'
import { standing } from './standing.ts'

/** The unit's report says something under each heading it must have. */
export const reportSectionsFilled = rule({
  scope: 'unit',
  needs: 'page',
  params: z.strictObject({ sections: z.array(z.string()).min(1) }),
  variables: ['部分'],
  check: ({ unit: { report } }, { sections }) =>
    sections
      .filter(section => !report?.sections[section]?.trim())
      .map(section => ({ path: `report.${section}`, values: { 部分: section } })),
})

/** The report is signed by the committee's principal and sealed, or its seal promised where the plan lets it be. */
export const reportSigned = rule({
  scope: 'unit',
  needs: 'page',
  params: z.strictObject({ standing: standing.default('present') }),
  variables: [],
  check: ({ unit: { report } }, params) => {
    const sealed = Boolean(report?.signedBy && report.sealedOn)
    return sealed || (params.standing === 'promised' && report?.promisedBy) ? [] : [{ path: 'report' }]
  },
})
