import type { Flaw } from './flaw.ts'
import type { Plan } from './plan.ts'
import { endOf, mainStages, predecessors, stageCycle } from './stage-graph.ts'
import type { PlanStage } from './stages.ts'

/** Stages out of order, in a circle, in the wrong place or with dates that run backwards. */
export function stageFlaws(plan: Plan): Flaw[] {
  const cycle = stageCycle(plan)
  if (cycle) return [cycleFlaw(plan, cycle)]
  return [
    ...shapeFlaws(plan),
    ...plan.stages.flatMap((stage, index) => placeFlaws(plan, stage, index)),
    ...dateFlaws(plan),
  ]
}

function cycleFlaw(plan: Plan, cycle: PlanStage[]): Flaw {
  const names = [...cycle, cycle[0]!].map(({ title }) => `“${title}”`).join('等')
  const index = Math.min(...cycle.filter(({ after }) => after).map(stage => plan.stages.indexOf(stage)))
  const advice = '去掉其中一处 after，使环节有先有后。'
  return { path: ['stages', index, 'after'], code: 'stage-cycle', message: `环节互相等待，成了循环：${names}`, advice }
}

/** A campaign begins with recommending and ends with a decision and a commendation. */
function shapeFlaws(plan: Plan): Flaw[] {
  const main = mainStages(plan)
  const kinds = main.map(({ kind }) => kind)
  const flaws: Flaw[] = []
  const flaw = (
    code: 'stage-missing' | 'stage-order',
    stage: PlanStage | undefined,
    message: string,
    advice: string,
  ) => {
    const path = stage ? ['stages', plan.stages.indexOf(stage), 'kind'] : ['stages']
    flaws.push({ path, code, message, advice })
  }
  if (kinds[0] !== 'recommend') flaw('stage-order', main[0], '第一个环节应为推荐（recommend）', '把推荐环节写在最前。')
  if (!kinds.includes('decide')) flaw('stage-missing', undefined, '没有审定环节（decide）', '补上由谁审定、怎样审定。')
  if (!kinds.includes('commend'))
    flaw('stage-missing', undefined, '没有表彰发布环节（commend）', '补上名单怎样发布、怎样表彰。')
  else if (kinds.at(-1) !== 'commend')
    flaw('stage-order', main.at(-1), '最后一个环节应为表彰发布（commend）', '把表彰发布移到最后。')
  return flaws
}

function placeFlaws(plan: Plan, stage: PlanStage, index: number): Flaw[] {
  const path = ['stages', index]
  const flaws: Flaw[] = []
  const indexOf = (key: string) => plan.stages.findIndex(one => one.key === key)
  for (const [position, key] of (stage.after ?? []).entries()) {
    if (indexOf(key) > index) {
      const message = `“${stage.title}”要等“${plan.stages[indexOf(key)]!.title}”，却写在它前面`
      flaws.push({ path: [...path, 'after', position], code: 'stage-order', message, advice: '调整两个环节的先后。' })
    }
  }
  if (
    stage.kind === 'publicise' &&
    stage.mustEndBefore &&
    indexOf(stage.mustEndBefore) >= 0 &&
    indexOf(stage.mustEndBefore) <= index
  ) {
    const message = `公示须在“${plan.stages[indexOf(stage.mustEndBefore)]!.title}”之前结束，却写在它后面`
    flaws.push({
      path: [...path, 'mustEndBefore'],
      code: 'stage-order',
      message,
      advice: '调整两个环节的先后，或改 mustEndBefore。',
    })
  }
  return [...flaws, ...withinFlaws(plan, stage, path)]
}

function withinFlaws(plan: Plan, stage: PlanStage, path: (string | number)[]): Flaw[] {
  const needsHome = stage.level === 'unit' && stage.kind !== 'recommend'
  if (!stage.within) {
    if (!needsHome) return []
    const message = `“${stage.title}”在推荐单位一级办理，须写明属于哪个推荐环节`
    return [{ path, code: 'stage-within', message, advice: '加一行 within: 推荐环节的代号。' }]
  }
  const home = plan.stages.find(({ key }) => key === stage.within)
  if (!home) return []
  if (home.kind !== 'recommend' || home === stage) {
    const message = `“${stage.title}”只能属于推荐（recommend）环节`
    return [{ path: [...path, 'within'], code: 'stage-within', message, advice: 'within 改为推荐环节的代号，或删去。' }]
  }
  if (stage.level !== 'unit') {
    const message = `“${stage.title}”属于推荐环节之内，应在推荐单位一级办理`
    return [{ path: [...path, 'level'], code: 'stage-within', message, advice: '改为 level: unit，或删去 within。' }]
  }
  const late = endOf(stage) && endOf(home) && endOf(stage)! > endOf(home)!
  if (!late) return []
  const message = `“${stage.title}”${endOf(stage)}结束，晚于“${home.title}”的截止日期${endOf(home)}`
  return [
    { path: [...path, stage.closes ? 'closes' : 'dueBy'], code: 'date-order', message, advice: '请核对两个日期。' },
  ]
}

function dateFlaws(plan: Plan): Flaw[] {
  return plan.stages.flatMap((stage, index) => {
    const path = ['stages', index]
    const own = [
      ['opens', 'dueBy'],
      ['dueBy', 'closes'],
      ['opens', 'closes'],
    ] as const
    for (const [first, second] of own) {
      if (stage[first] && stage[second] && stage[first] > stage[second]) {
        const message = `“${stage.title}”的日期前后颠倒：${stage[first]} 在 ${stage[second]} 之后`
        return [{ path: [...path, second], code: 'date-order', message, advice: '请核对两个日期。' } as Flaw]
      }
    }
    return predecessors(plan, stage).flatMap(before => runsBackwards(stage, before, path))
  })
}

function runsBackwards(stage: PlanStage, before: PlanStage, path: (string | number)[]): Flaw[] {
  const field = stage.dueBy ? 'dueBy' : stage.closes ? 'closes' : 'opens'
  const mine = stage[field]
  const theirs = endOf(before)
  if (!mine || !theirs || mine >= theirs) return []
  const message = `“${stage.title}”${mine}，早于上一环节“${before.title}”的结束日期${theirs}`
  return [
    {
      path: [...path, field],
      code: 'date-order',
      message,
      advice: '请核对日期，或用 after 写明它实际排在哪个环节之后。',
    },
  ]
}
