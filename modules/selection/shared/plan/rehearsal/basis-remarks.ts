import { chineseDate } from '#kernel/calendar/shared/index.ts'
import type { Plan } from '../plan.ts'
import { endOf } from '../stage-graph.ts'
import type { Remark } from './remark.ts'

/** Below the province a commendation has at most so many winners (评比达标表彰活动管理, standards of 2022). */
const BELOW_PROVINCE = { organisation: 50, person: 150 } as const

/** What stands above or beside the plan: its approval, the rules on commendations, other campaigns. */
export function basisRemarks(plan: Plan, others: readonly Plan[]): Remark[] {
  return [...approval(plan), ...totals(plan), ...exclusions(plan, others)]
}

function approval(plan: Plan): Remark[] {
  if (plan.approval) return []
  const message = '没有填写评比达标表彰的批准机关和文号；未经批准的，不得以表彰名义开展，请核实。'
  return [{ weight: 'warning', code: 'approval', path: ['approval'], message }]
}

function totals(plan: Plan): Remark[] {
  if (plan.administrative === 'province') return []
  const nouns = { organisation: '先进集体', person: '先进个人' } as const
  return (['organisation', 'person'] as const).flatMap((subject): Remark[] => {
    const awards = plan.categories
      .filter(one => one.subject === subject)
      .reduce((sum, one) => sum + (one.awards ?? 0), 0)
    const limit = BELOW_PROVINCE[subject]
    if (awards <= limit) return []
    const message = `${nouns[subject]}共${awards}个，超过省级以下表彰${nouns[subject]}一般不超过${limit}个的要求，请核实批准文件。`
    return [{ weight: 'warning', code: 'commendation-total', path: ['categories'], message }]
  })
}

/** A15: the list to exclude by may not exist yet when units hand in. */
function exclusions(plan: Plan, others: readonly Plan[]): Remark[] {
  return plan.exclusions.flatMap((exclusion, index): Remark[] => {
    const path = ['exclusions', index]
    if (exclusion.from.kind !== 'campaign') return []
    const { plan: id, title } = exclusion.from
    const other = others.find(one => one.id === id)
    const checks = exclusion.recheckAt.map(key => `“${plan.stages.find(one => one.key === key)!.title}”`).join('、')
    if (!other) {
      const message = `${exclusion.name}名单来自“${title}”，须在其结果确定后导入。`
      return [{ weight: 'note', code: 'exclusion-unknown', path, message }]
    }
    const decided = other.stages
      .filter(({ kind, within }) => kind === 'decide' && !within)
      .map(endOf)
      .at(-1)
    const due = plan.stages
      .filter(({ kind }) => kind === 'recommend')
      .map(endOf)
      .at(-1)
    if (!decided || !due || decided < due) return []
    const relation = decided === due ? '与本活动报送截止同一天' : '晚于本活动报送截止'
    const advice = checks
      ? `已设定在${checks}环节再次核对。`
      : '报送时名单可能尚未产生，请在 recheckAt 中写明在哪些环节再核对。'
    const message = `${exclusion.name}名单${chineseDate(decided)}审定，${relation}（${chineseDate(due)}），${advice}`
    return [{ weight: checks ? 'warning' : 'impossible', code: 'exclusion-late', path, message }]
  })
}
