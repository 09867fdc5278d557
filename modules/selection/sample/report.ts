import { type Plan, type SubmissionReport, submissionReport } from '../shared/index.ts'
import type { SampleMoment } from './answers.ts'
import { randomFrom } from './random.ts'
import { sampleText } from './words.ts'

/** A made-up 推荐情况报告 with the committee's meeting and every paper handed in or promised. `metOn` is the day of the meeting. */
export const sampleReport = (
  plan: Plan,
  unit: { name: string },
  at: SampleMoment & { seed: number; metOn: string },
): SubmissionReport => {
  const random = randomFrom(at.seed)
  const mine = plan.materials.filter(({ of }) => of === 'unit')
  const sections = mine.flatMap(material => material.sections ?? [])
  return submissionReport.parse({
    sections: Object.fromEntries(sections.map(section => [section, sampleText(random, 80)])),
    signedBy: '示例负责人',
    sealedOn: at.today,
    reportedOn: at.today,
    meeting: { body: `${unit.name}示例党委会`, heldOn: at.metOn, attendees: 9 },
    materials: Object.fromEntries(
      mine.map(({ key, name }) => [
        key,
        at.scan ? { fileId: at.scan, name: `${name}.jpg` } : { promisedBy: at.promisedBy ?? at.today },
      ]),
    ),
  })
}
