import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { type Block, type Document, documentOf, PROFILES, paragraph } from '#kernel/documents/index.ts'
import { parseBody } from '#kernel/forms/shared/index.ts'
import { type Plan, recommendStage, type SubmissionReport } from '../../shared/index.ts'

const NUMBERS = '一二三四五六七八九十'

const sectionBlocks = (heading: string, text: string, index: number): Block[] => [
  paragraph(`${NUMBERS[index] ?? ''}、${heading}`, { style: 'heading1', indent: 2 }),
  ...(text.trim() === ''
    ? [paragraph('')]
    : parseBody(text).map(({ text: line }) => paragraph(line, { indent: 2, align: 'justify' }))),
]

export type ReportParts = { plan: Plan; recommender: string; report: SubmissionReport; banner?: string | undefined }

/** 推荐情况报告: the plan's headings with the unit's words, and the place of signature, seal and date. */
export const reportDocument = ({ plan, recommender, report, banner }: ReportParts): Document => {
  const material = plan.materials.find(
    ({ kind, of, stage }) => kind === 'report' && of === 'unit' && stage === recommendStage(plan)?.key,
  )
  const title = `关于${plan.title.replace(/推荐$/u, '')}的${material?.name ?? '推荐情况报告'}`
  const headings = material?.sections ?? []
  const right = (text: string, linesBefore = 0) => paragraph(text, { align: 'right', indentRight: 4, linesBefore })
  return documentOf(
    title,
    PROFILES.gbt9704!,
    [
      paragraph(title, { style: 'title', align: 'center' }),
      paragraph(''),
      paragraph(`${plan.organiser.name}：`),
      ...headings.flatMap((heading, index) => sectionBlocks(heading, report.sections[heading] ?? '', index)),
      ...(material?.signedBy ? [right(`${material.signedBy}（签字）：${report.signedBy ?? '　　　　'}`, 2)] : []),
      right(`${recommender}（盖章）`, 1),
      right(report.reportedOn ? chineseDate(report.reportedOn) : '　　　　年　　月　　日'),
    ],
    banner ? { banner } : {},
  )
}
