import { z } from 'zod'
import { traitsOf } from './answer.ts'
import type { NominationFacts, OpinionFacts } from './facts.ts'
import { rule } from './rule.ts'
import { type Standing, standing } from './standing.ts'

const level = z.enum(['unit', 'organiser']).default('unit').describe('哪一级征求的意见')

/** Every department asked has answered on this name, with its seal (征求意见). */
export const departmentsAnswered = rule({
  scope: 'nomination',
  needs: 'server',
  params: z.strictObject({ departments: z.array(z.string()).min(1), level, standing: standing.default('present') }),
  variables: ['部门'],
  check: ({ nomination, departments }, params) =>
    params.departments
      .filter(key => !isAnswered(opinionOf(nomination, key, params.level), params.standing))
      .map(key => ({ path: `opinions.${key}`, values: { 部门: departments[key] ?? key } })),
})

/** For enterprises and the like enough of the law-enforcing and supervising departments have answered too. */
export const extraRegulatorsAsked = rule({
  scope: 'nomination',
  needs: 'server',
  params: z.strictObject({
    field: z.string().describe('推荐对象所属领域的栏目'),
    values: z.array(z.string()).min(1),
    departments: z.array(z.string()).min(1),
    atLeast: z.int().positive().default(1),
    level,
    standing: standing.default('present'),
  }),
  variables: ['类型', 'm'],
  check: ({ nomination }, params) => {
    const type = traitsOf(nomination, params.field).find(value => params.values.includes(value))
    if (!type) return []
    const asked = params.departments.map(key => opinionOf(nomination, key, params.level))
    const m = params.atLeast - asked.filter(opinion => isAnswered(opinion, params.standing)).length
    return m > 0 ? [{ path: 'opinions', values: { 类型: type, m } }] : []
  },
})

/** An objection is settled in writing before the name goes on; until then it is frozen (R003-14). */
export const objectionsConcluded = rule({
  scope: 'nomination',
  needs: 'server',
  params: z.strictObject({}),
  variables: ['部门', '说明'],
  check: ({ nomination: { opinions }, departments }) =>
    opinions
      .filter(({ outcome, conclusion }) => outcome === 'objection' && !conclusion?.trim())
      .map(({ department, text }) => ({
        path: `opinions.${department}`,
        values: { 部门: departments[department] ?? department, 说明: text?.trim() || '暂不宜推荐' },
      })),
})

/** A department that objects says why. */
export const objectionExplained = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({}),
  variables: ['部门'],
  check: ({ nomination: { opinions }, departments }) =>
    opinions
      .filter(({ outcome, text }) => outcome === 'objection' && text?.trim() === '')
      .map(({ department }) => ({
        path: `opinions.${department}`,
        values: { 部门: departments[department] ?? department },
      })),
})

/** What was heard is handed in: as the stamped sheet (征求意见汇总表), or as opinions on record for every name. */
export const opinionsHandedIn = rule({
  scope: 'unit',
  needs: 'server',
  params: z.strictObject({ material: z.string(), level }),
  variables: [],
  check: ({ unit: { materials, nominations } }, params) => {
    const sheet = materials.find(({ key }) => key === params.material)
    const heard = ({ opinions }: NominationFacts) =>
      opinions.some(opinion => opinion.level === params.level && isAnswered(opinion, 'promised'))
    const onRecord = nominations.length > 0 && nominations.every(heard)
    return sheet?.fileId || sheet?.promisedBy || onRecord ? [] : [{ path: `materials.${params.material}` }]
  },
})

function opinionOf({ opinions }: NominationFacts, key: string, at: 'unit' | 'organiser'): OpinionFacts | undefined {
  return opinions.find(({ department, level }) => department === key && level === at)
}

function isAnswered(opinion: OpinionFacts | undefined, least: Standing): boolean {
  if (!opinion?.outcome) return false
  return Boolean(opinion.sealedOn || (least === 'promised' && opinion.promisedBy))
}
