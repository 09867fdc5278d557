import { countWords, type FieldOf, isAbout } from '../shared/index.ts'

type Limit = FieldOf<'longText'>['limit']

const state = (count: number, { max, warnAbove, about }: Limit): 'over' | 'near' | 'fine' => {
  if (max !== undefined && count > max) return 'over'
  if (about !== undefined) return isAbout(count, about) ? 'fine' : 'near'
  const near = warnAbove ?? (max === undefined ? undefined : max * 0.9)
  return near !== undefined && count > near ? 'near' : 'fine'
}

const requirement = ({ max, warnAbove, about }: Limit): string => {
  if (about !== undefined) return `（${about}字左右）`
  if (max !== undefined) return ` / ${max}字`
  return warnAbove === undefined ? '字' : `字（建议${warnAbove}字以内）`
}

const REMARKS = { over: '超出', near: '接近或超出建议字数', fine: '' }

/** 字数 as Word counts, turning amber and red as a limit comes near and is passed. */
export const WordCounter = ({ count, limit }: { count: number; limit: Limit }) => {
  const now = state(count, limit)
  return (
    <span className={`word-counter word-counter-${now} num`} title="按Word字数统计">
      {count}
      {requirement(limit)}
      {now !== 'fine' && <span className="visually-hidden">，{REMARKS[now]}</span>}
    </span>
  )
}

/** The counter of a text. */
export const TextCounter = ({ text, limit }: { text: string; limit: Limit }) => (
  <WordCounter count={countWords(text)} limit={limit} />
)
