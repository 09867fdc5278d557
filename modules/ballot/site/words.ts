import type { Category, Rules } from '../shared/index.ts'

/** “须选8—10名”, “最多选100名，也可以不选” */
export const quotaWords = ({ min, max, blank }: Pick<Category, 'min' | 'max' | 'blank'>): string => {
  const range = min === max ? `须选${min}名` : min === 1 ? `最多选${max}名` : `须选${min}—${max}名`
  return blank ? `${range}，也可以不选` : range
}

export const orderWords = ({ order }: Pick<Rules, 'order'>): string =>
  order === 'shuffled'
    ? '候选对象的先后是随机排的，每部手机看到的不同，与票数无关。'
    : '候选对象按名单次序排列，与票数无关。'

export const promise = '一人一票，可凭回执查验。'
