import { randomInt } from 'node:crypto'
import type { Frozen } from '../election/frozen.ts'

/** A sum in words, for a risky request: readable by eye, aloud, and by a screen reader. */
export type Challenge = { token: string; question: string }

const words = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const minutes = 10

/** The token says until when it is good and holds the answer only as HMAC, bound to the telephone. */
export const newChallenge = (frozen: Frozen, voter: Buffer): Challenge => {
  const [a, b] = [randomInt(2, 10), randomInt(2, 10)]
  const until = Date.now() + minutes * 60_000
  return {
    token: `${until}.${tag(frozen, voter, until, a + b)}`,
    question: `请先回答一道题：${words[a]}加${words[b]}等于几？`,
  }
}

/** Digits of any width or Chinese numerals up to 十九. */
export const isAnswered = (frozen: Frozen, voter: Buffer, { token, answer }: { token: string; answer: string }) => {
  const [until, given] = token.split('.')
  const value = numberIn(answer)
  return Number(until) > Date.now() && value !== undefined && given === tag(frozen, voter, Number(until), value)
}

const tag = ({ mac }: Frozen, voter: Buffer, until: number, answer: number) =>
  mac('challenge', `${until} ${voter.toString('hex')} ${answer}`).toString('base64url')

const numberIn = (answer: string): number | undefined => {
  const plain = answer.normalize('NFKC').trim()
  if (/^\d{1,2}$/.test(plain)) return Number(plain)
  const [, ten, one] = /^(一?十)?([一二三四五六七八九])?$/.exec(plain) ?? []
  return ten || one ? (ten ? 10 : 0) + (one ? words.indexOf(one) : 0) : undefined
}
