import { isDeepStrictEqual } from 'node:util'
import type { Programme } from '../shared/index.ts'

export type Term = keyof Programme

/** What may change while the year runs (whom to call, who decides, how many are called back), with its name on the page. */
export const changeableTerms: Partial<Record<Term, string>> = {
  title: '活动名称',
  meetingBody: '批准会议',
  supervisor: '监督单位',
  supervisorPhone: '监督电话',
  callBack: '签名回访',
}

/** Terms in which two versions of a programme differ. */
export const differingTerms = (before: Programme, after: Programme): Term[] =>
  (Object.keys({ ...before, ...after }) as Term[]).filter(
    term => !isDeepStrictEqual(before[term] ?? null, after[term] ?? null),
  )

/** A changeable term as the page says it. */
export const termInWords = ({ callBack, ...programme }: Programme, term: Term): string =>
  term === 'callBack'
    ? `不少于${Math.round(callBack.share * 100)}%，至少${callBack.atLeast}户`
    : String(programme[term] ?? '未设置')
