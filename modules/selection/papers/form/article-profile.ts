import { type DocumentProfile, type Lettering, PROFILES } from '#kernel/documents/index.ts'
import type { Plan, PlanDocumentProfile, PlanMaterial } from '../../shared/index.ts'

/** 仿宋 and 楷体 of a notice are, in the offices' own files, the GB2312 fonts of that name. */
const FONTS: Record<string, string> = { 仿宋: '仿宋_GB2312', 楷体: '楷体_GB2312' }

type Planned = PlanDocumentProfile['body'] | undefined

const lettering = (base: Lettering, planned: Planned): Lettering =>
  planned
    ? {
        ...base,
        font: FONTS[planned.font] ?? planned.font,
        size: planned.points,
        ...(planned.lineSpacing !== undefined && { line: planned.lineSpacing }),
      }
    : base

const millimetres = ({ top, bottom, left, right }: NonNullable<PlanDocumentProfile['marginsCm']>) => ({
  top: top * 10,
  bottom: bottom * 10,
  left: left * 10,
  right: right * 10,
})

const pageNumberOf = (planned: PlanDocumentProfile): Pick<DocumentProfile, 'pageNumber'> =>
  planned.pageNumber
    ? {
        pageNumber: {
          font: planned.pageNumber.font,
          size: planned.pageNumber.points,
          pattern: planned.pageNumber.pattern.includes('—') ? 'dashed' : 'bare',
        },
      }
    : {}

/** A plan's own layout over the shipped one of articles: what it does not say stays as GB/T 9704 has it. */
const profileFrom = (planned: PlanDocumentProfile, base: DocumentProfile): DocumentProfile => {
  const { title, subtitle, heading1, heading2, body } = base.lettering
  return {
    ...base,
    key: planned.key,
    ...(planned.marginsCm && { margins: millimetres(planned.marginsCm) }),
    digits: planned.digitsFont ?? base.digits,
    lettering: {
      ...base.lettering,
      title: lettering(title, planned.title),
      subtitle: lettering(subtitle, planned.subtitle),
      heading1: lettering(heading1, planned.heading1),
      heading2: lettering(heading2, planned.heading2),
      body: lettering(body, planned.body),
    },
    ...pageNumberOf(planned),
  }
}

/** The layout of a text as the plan has it, and the words of its subtitle without the dash (`{name}` stands in it). */
export const articleProfile = (plan: Plan, material: PlanMaterial): { profile: DocumentProfile; subtitle: string } => {
  const base = PROFILES['luoyang2021-material']!
  const planned = plan.documents.profiles.find(({ key }) => key === material.profile)
  if (!planned) return { profile: PROFILES.gbt9704!, subtitle: '' }
  const subtitle = planned.subtitle?.template?.replace(/^—+/u, '') ?? ''
  return { profile: profileFrom(planned, base), subtitle }
}
