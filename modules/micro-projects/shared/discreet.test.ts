import { expect, it } from 'vitest'
import { discreet, discreetTitle, tellingFindings, tellingWords } from './discreet.ts'

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

it('says at the field which words must not be public', () => {
  expect(tellingWords('为独居老人张福生修屋顶，联系13900001234，独居。')).toEqual(['独居', '13900001234'])
  const [finding, ...others] = tellingFindings('title', '项目名称', '为独居、患病老人修屋顶', 'warning')
  expect([finding!.path, finding!.severity, others]).toEqual(['title', 'warning', []])
  expect(finding!.message).toContain('项目名称要公示，不能写“独居”“患病”')
})

it('finds nothing in what may be public', () => {
  expect(tellingFindings('title', '项目名称', '修补村口路肩30米，方便40户出行', 'block')).toEqual([])
})
