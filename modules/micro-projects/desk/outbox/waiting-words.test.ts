import { expect, it } from 'vitest'
import { othersWords, waitingWords } from './waiting-words.ts'

const waits = {}
const refused = { problem: '没有接收' }

it('The sign says what waits, what was refused only when nothing waits, and nothing when all is sent', () => {
  expect([
    waitingWords([waits, refused], []),
    waitingWords([waits], [waits, waits]),
    waitingWords([refused], [waits]),
    waitingWords([refused], []),
    waitingWords([refused, refused], [refused]),
    waitingWords([], []),
  ]).toEqual([
    '还有1户签名等待发送',
    '还有1户签名、2张照片等待发送',
    '还有1张照片等待发送',
    '有1户签名未被接收，请查看',
    '有2户签名、1张照片未被接收，请查看',
    undefined,
  ])
})

it('The next person on the telephone is told what somebody else has to send', () => {
  expect([othersWords(1, 2), othersWords(0, 1), othersWords(0, 0)]).toEqual([
    '本机还有1户签名、2张照片，请收集人登录后发送',
    '本机还有1张照片，请收集人登录后发送',
    undefined,
  ])
})
