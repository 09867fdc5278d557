import * as answers from './answers.ts'
import * as article from './article.ts'
import * as deadline from './deadline.ts'
import { formRules, noGapInResume } from './form.ts'
import * as inspection from './inspection.ts'
import * as materials from './materials.ts'
import * as person from './person.ts'
import * as publicity from './publicity.ts'
import * as quota from './quota.ts'
import * as ranking from './ranking.ts'
import * as report from './report.ts'
import * as review from './review.ts'
import type { Rule } from './rule.ts'
import * as shortlist from './shortlist.ts'
import * as structure from './structure.ts'
import * as vetting from './vetting.ts'

/** Every rule function a plan may bind, by name. */
export const rules: Readonly<Record<string, Rule>> = {
  ...quota,
  ...person,
  ...answers,
  ...article,
  ...formRules,
  noGapInResume,
  ...materials,
  ...publicity,
  ...deadline,
  ...ranking,
  ...structure,
  ...vetting,
  ...review,
  ...shortlist,
  ...inspection,
  ...report,
}
