import { describe, expect, it } from 'vitest'
import { shippedPlan } from '../../plan/shelf.ts'
import type { StageOf } from '../../shared/index.ts'
import { publicityTitle } from './content.ts'

const plan = await shippedPlan('jiaozuo-2017')
const publicity = plan.stages.find((stage): stage is StageOf<'publicise'> => stage.key === 'publicity')!

describe('the title of a notice', () => {
  it('names those to be commended once the last shortlist is over', () => {
    expect(publicityTitle(plan, publicity)).toBe('关于市级“十佳百优”先进典型推荐拟表彰对象名单的公示')
  })

  it('names candidates while a shortlist is still to come', () => {
    const stages = [publicity, ...plan.stages.filter(({ key }) => key !== 'publicity')]
    expect(publicityTitle({ ...plan, stages }, publicity)).toBe('关于市级“十佳百优”先进典型推荐候选对象名单的公示')
  })
})
