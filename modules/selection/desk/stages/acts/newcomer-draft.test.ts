import { describe, expect, it } from 'vitest'
import { emptyNewcomer, stillMissing } from './newcomer-draft.ts'

describe('a newcomer', () => {
  const found = (severity: 'block' | 'warning') => ({
    path: 'name',
    code: 'required',
    severity,
    message: '请填写姓名。',
  })

  it('waits for its form, its reason and its basis', () => {
    expect(stillMissing(emptyNewcomer, [found('block')]).map(({ path }) => path)).toEqual([
      'name',
      'newcomer-reason',
      'newcomer-basis',
    ])
  })

  it('comes in when only something to look at again is left', () => {
    expect(stillMissing({ ...emptyNewcomer, reason: '事迹突出', basis: '会议纪要' }, [found('warning')])).toEqual([])
    expect(stillMissing({ ...emptyNewcomer, reason: '  ', basis: '会议纪要' }, [])).toMatchObject([
      { path: 'newcomer-reason' },
    ])
  })
})
