import { chineseDate } from '#kernel/calendar/shared/index.ts'
import {
  type Block,
  type Document,
  type DocumentProfile,
  documentOf,
  PROFILES,
  paragraph,
} from '#kernel/documents/index.ts'
import { type Article, parseBody } from '#kernel/forms/shared/index.ts'
import { type Plan, type PlanMaterial, recommendStage, type SubmissionReport } from '../../shared/index.ts'
import { articleProfile } from '../form/article-profile.ts'

const NUMBERS = '一二三四五六七八九十'

const sectionBlocks = (heading: string, text: string, index: number): Block[] => [
  paragraph(`${NUMBERS[index] ?? ''}、${heading}`, { style: 'heading1', indent: 2 }),
  ...(text.trim() === ''
    ? [paragraph('')]
    : parseBody(text).map(({ text: line }) => paragraph(line, { indent: 2, align: 'justify' }))),
]

type Signed = {
  plan: Plan
  title: string
  blocks: Block[]
  profile: DocumentProfile
  recommender: string
  /** Line of the person who signs above the unit. */
  signer?: string | undefined
  date: string | null
  banner?: string | undefined
}

/** A report upwards: title, to whom, the text, and the place of signature, seal and date. */
const upwards = ({ plan, title, blocks, profile, recommender, signer, date, banner }: Signed): Document => {
  const right = (text: string, linesBefore = 0) => paragraph(text, { align: 'right', indentRight: 4, linesBefore })
  return documentOf(
    title,
    profile,
    [
      paragraph(title, { style: 'title', align: 'center' }),
      paragraph(''),
      paragraph(`${plan.organiser.name}：`),
      ...blocks,
      ...(signer ? [right(signer, 2)] : []),
      right(`${recommender}（盖章）`, signer ? 1 : 2),
      right(date ? chineseDate(date) : '　　　　年　　月　　日'),
    ],
    banner ? { banner } : {},
  )
}

const titleOf = (plan: Plan, name: string) => `关于${plan.title.replace(/推荐$/u, '')}的${name}`

export type ReportParts = { plan: Plan; recommender: string; report: SubmissionReport; banner?: string | undefined }

/** 推荐情况报告: the plan's headings with the unit's words, and the place of signature, seal and date. */
export const reportDocument = ({ plan, recommender, report, banner }: ReportParts): Document => {
  const material = plan.materials.find(
    ({ kind, of, stage }) => kind === 'report' && of === 'unit' && stage === recommendStage(plan)?.key,
  )
  const headings = material?.sections ?? []
  return upwards({
    ...{ plan, recommender, banner, profile: PROFILES.gbt9704! },
    title: titleOf(plan, material?.name ?? '推荐情况报告'),
    blocks: headings.flatMap((heading, index) => sectionBlocks(heading, report.sections[heading] ?? '', index)),
    signer: material?.signedBy && `${material.signedBy}（签字）：${report.signedBy ?? '　　　　'}`,
    date: report.reportedOn ?? null,
  })
}

const STYLES = ['body', 'heading1', 'heading2'] as const

type SignedReport = Pick<Signed, 'plan' | 'recommender' | 'date' | 'banner'> & {
  material: PlanMaterial
  title: string | undefined
  paragraphs: Article['paragraphs']
}

/** A unit's report that was written as one text (考察情况报告), in the plan's layout or by GB/T 9704. */
export const signedReport = ({ material, title, paragraphs, ...rest }: SignedReport): Document =>
  upwards({
    ...rest,
    title: title || titleOf(rest.plan, material.name),
    profile: articleProfile(rest.plan, material).profile,
    blocks: paragraphs.map(({ level, text }) =>
      paragraph(text, { style: STYLES[level], indent: 2, align: level === 0 ? 'justify' : 'left' }),
    ),
    signer: material.signedBy && `${material.signedBy}（签字）：　　　　`,
  })
