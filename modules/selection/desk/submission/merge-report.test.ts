import { describe, expect, it } from 'vitest'
import { type SubmissionReport, submissionReport } from '../../shared/index.ts'
import { mergeReport } from './merge-report.ts'

const report = (given: Partial<SubmissionReport> = {}) => submissionReport.parse(given)
const base = report({ sections: { 做法: '原' }, materials: { proof: { promisedBy: '2021-12-28' } } })
const mine = { ...base, sections: { 做法: '我改的' } }
const brought = { ...base, materials: { proof: { fileId: 'f', name: '证明.pdf' } } }

describe('two versions of a report', () => {
  it('are put together where each changed another place', () => {
    const both = { ...mine, materials: brought.materials }
    expect(mergeReport(base, mine, brought)).toEqual({ mine: both, theirs: both, disputed: [] })
  })

  it('leave the choice where both changed the same place', () => {
    const theirs = { ...brought, sections: { 做法: '对方改的' } }
    expect(mergeReport(base, mine, theirs)).toEqual({
      mine: { ...mine, materials: brought.materials },
      theirs,
      disputed: ['sections.做法'],
    })
  })

  it('leave every choice where nobody knows what they began from', () => {
    expect(mergeReport(undefined, mine, brought).disputed).toEqual(['sections.做法', 'materials.proof'])
  })
})
