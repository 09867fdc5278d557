import { expect, it } from 'vitest'
import { discreet, discreetTitle } from './discreet.ts'

it('leaves out sentences that tell who is alone, poor or ill, and masks mobile numbers', () => {
  expect(discreet('修补路肩30米。方便独居老人李某出行。联系13900001234。')).toBe('修补路肩30米。联系（电话略）。')
  expect(discreet('疏通水沟；低保户受益；方便40户。')).toBe('疏通水沟；方便40户。')
})

it('keeps everything else as it was written', () => {
  expect(discreet('修补村口路肩30米，方便40户出行')).toBe('修补村口路肩30米，方便40户出行')
  expect(discreetTitle('安装太阳能路灯')).toBe('安装太阳能路灯')
})

it('gives a name that tells too much another', () => {
  expect(discreetTitle('为残疾老人修坡道')).toBe('为群众办的一件实事')
})
