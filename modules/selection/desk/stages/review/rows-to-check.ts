import type { ReviewRow } from './review-types.ts'

export const progresses = {
  open: '清单未填齐',
  done: '清单已填齐',
  refused: '有条件不符',
  returned: '退回修改中',
} as const
export type CheckProgress = keyof typeof progresses
export type CheckFilter = { words: string; category?: string | undefined; progress?: CheckProgress | undefined }

type Row = Pick<ReviewRow, 'name' | 'unitName' | 'category' | 'answered' | 'items' | 'refused' | 'returned'>

const has: Record<CheckProgress, (row: Row) => boolean> = {
  open: ({ answered, items }) => answered < items,
  done: ({ answered, items }) => answered >= items,
  refused: ({ refused }) => refused > 0,
  returned: ({ returned }) => returned,
}

/** The rows whose name or unit holds the words, of one category and one progress where these are chosen. */
export const rowsToCheck = <R extends Row>(rows: R[], { words, category, progress }: CheckFilter): R[] =>
  rows.filter(
    row =>
      (category === undefined || row.category === category) &&
      (progress === undefined || has[progress](row)) &&
      [row.name, row.unitName].some(text => text.includes(words.trim())),
  )
