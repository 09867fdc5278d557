import { fieldsOf } from '#kernel/forms/shared/index.ts'
import type { Flaw } from './flaw.ts'
import type { Plan } from './plan.ts'
import type { PlanStage, StageOf } from './stages.ts'

type Path = (string | number)[]

/** Settings of a stage that contradict themselves, the categories or other stages. */
export function settingFlaws(plan: Plan): Flaw[] {
  return plan.stages.flatMap((stage, index) => {
    const path = ['stages', index]
    if (stage.kind === 'review') return reviewFlaws(stage, path)
    if (stage.kind === 'shortlist') return [...shortlistFlaws(plan, stage, path), ...rankingFlaws(plan, stage, path)]
    if (stage.kind === 'decide') return rankingFlaws(plan, stage, path)
    if (stage.kind === 'ballot') return ballotFlaws(plan, stage, path)
    if (stage.kind === 'recommend') return [...recommendFlaws(stage, path), ...numberFlaws(plan, stage, path)]
    return []
  })
}

function reviewFlaws(stage: StageOf<'review'>, path: Path): Flaw[] {
  if (stage.method === 'check') return []
  if (stage.criteria.length === 0) {
    const message = `“${stage.title}”要打分，却没有评分项`
    return [{ path, code: 'stage-settings', message, advice: '写 criteria：每项的名称和权重，权重合计 100。' }]
  }
  if (!stage.experts) {
    const message = `“${stage.title}”要打分，却没有写专家人数`
    return [{ path, code: 'stage-settings', message, advice: '写 experts: { min: 每个对象至少几名专家 }。' }]
  }
  return weightFlaws(stage.criteria, [...path, 'criteria'], '评分项')
}

function weightFlaws(items: readonly { weight: number }[], path: Path, noun: string): Flaw[] {
  const sum = Math.round(items.reduce((total, { weight }) => total + weight, 0) * 1000) / 1000
  if (sum === 100) return []
  return [{ path, code: 'weights', message: `${noun}权重合计为${sum}，应为100`, advice: '请调整各项的 weight。' }]
}

function shortlistFlaws(plan: Plan, stage: StageOf<'shortlist'>, path: Path): Flaw[] {
  const [lacking, what, fix] =
    stage.to === 'candidates'
      ? ([(one: Plan['categories'][number]) => !one.candidates, '候选对象数', 'candidates'] as const)
      : ([(one: Plan['categories'][number]) => one.awards === null, '表彰数额', 'awards'] as const)
  return plan.categories
    .filter(({ key }) => !stage.categories || stage.categories.includes(key))
    .filter(lacking)
    .map(({ name }): Flaw => {
      const message = `“${stage.title}”按${what}确定名单，而“${name}”没有写${what}`
      return { path: [...path, 'to'], code: 'stage-settings', message, advice: `在该类别中写 ${fix}。` }
    })
}

/** Scores can only come from a stage that gives them and lies before. */
function rankingFlaws(plan: Plan, stage: StageOf<'shortlist'> | StageOf<'decide'>, path: Path): Flaw[] {
  if (!stage.rankBy) return []
  const here = plan.stages.indexOf(stage)
  const sources = stage.rankBy.flatMap(({ stage: key }, index): Flaw[] => {
    const source = plan.stages.find(one => one.key === key)
    const at = [...path, 'rankBy', index, 'stage']
    if (!source) return []
    if (plan.stages.indexOf(source) >= here) {
      const message = `“${source.title}”在“${stage.title}”之后，得分还没有产生`
      return [{ path: at, code: 'ranking-source', message, advice: '改为在它之前的环节。' }]
    }
    const reason = noScore(source)
    return reason
      ? [
          {
            path: at,
            code: 'ranking-source',
            message: `“${source.title}”${reason}`,
            advice: '换一个环节，或改那个环节的设置。',
          },
        ]
      : []
  })
  return [...sources, ...weightFlaws(stage.rankBy, [...path, 'rankBy'], '综合得分')]
}

function noScore(stage: PlanStage): string | undefined {
  if (stage.kind === 'review') return stage.method === 'check' ? '只审核、不打分，没有得分' : undefined
  if (stage.kind === 'ballot') return stage.effect === 'reference' ? '的投票仅供参考，不计入得分' : undefined
  return '不产生得分'
}

function ballotFlaws(plan: Plan, stage: StageOf<'ballot'>, path: Path): Flaw[] {
  const chosen = stage.choose.flatMap(({ min, max }, index): Flaw[] => {
    if (min <= max) return []
    const message = `至少选${min}个、至多选${max}个，前后矛盾`
    return [{ path: [...path, 'choose', index], code: 'stage-settings', message, advice: '请核对 min 和 max。' }]
  })
  const weighed = plan.stages.some(one => 'rankBy' in one && one.rankBy?.some(source => source.stage === stage.key))
  if (stage.effect === 'reference' || weighed) return chosen
  const message = `“${stage.title}”计入总分，却没有哪个环节写出它的权重`
  return [
    ...chosen,
    {
      path: [...path, 'effect'],
      code: 'ranking-source',
      message,
      advice: '在评定或审定环节的 rankBy 中写出权重，或改为 reference。',
    },
  ]
}

function recommendFlaws(stage: StageOf<'recommend'>, path: Path): Flaw[] {
  const own = stage.selfRecommendation?.dueBy
  if (!own || !stage.dueBy || own <= stage.dueBy) return []
  const message = `群众自荐${own}截止，晚于推荐单位报送的${stage.dueBy}`
  return [
    {
      path: [...path, 'selfRecommendation', 'dueBy'],
      code: 'date-order',
      message,
      advice: '自荐应在推荐单位报送之前截止。',
    },
  ]
}

/** 编号 is written by the organiser into a cell of its own; a cell that the unit fills in would let it be changed. */
function numberFlaws(plan: Plan, { registerNumbers }: StageOf<'recommend'>, path: Path): Flaw[] {
  if (!registerNumbers) return []
  const at = [...path, 'registerNumbers', 'field']
  const fields = plan.categories.flatMap(({ form }) => fieldsOf(plan.forms[form]!))
  const named = fields.filter(({ key }) => key === registerNumbers.field)
  if (named.length === 0) {
    const message = `各类推荐表中都没有 ${registerNumbers.field} 这一栏，编号无处可填`
    return [{ path: at, code: 'unknown-reference', message, advice: '改为表中“编号”一栏的 key，或在表中加上这一栏。' }]
  }
  if (named.every(({ kind, filledBy }) => kind === 'text' && filledBy === 'organiser')) return []
  const message = `编号由主办单位编定，“${named[0]!.label}”一栏却不是主办单位填的文字`
  return [{ path: at, code: 'stage-settings', message, advice: '该栏写 kind: text 和 filledBy: organiser。' }]
}
