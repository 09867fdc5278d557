import { z } from 'zod'

const line = (max: number) => z.string().trim().normalize('NFC').max(max, `不超过${max}字`)
const needed = (max: number, message: string) => line(max).min(1, message)

/** One name of the list. `key` stays the same from version to version and is what an objection points at. */
export const noticeItemSchema = z.object({
  key: z.string().min(1).max(80),
  name: needed(120, '请填写姓名或名称'),
  unit: line(200),
  post: line(200).optional(),
  note: line(500).optional(),
  /** The unit that answers for it: gets the points of an objection to check. */
  unitId: z.number().optional(),
})
export type NoticeItem = z.output<typeof noticeItemSchema>

export const noticeSectionSchema = z.object({
  heading: needed(120, '请填写标题'),
  text: line(20_000).optional(),
  items: z.array(noticeItemSchema).max(3000).default([]),
})

/** Where objections are received: printed on the notice (standards §3). */
export const receptionSchema = z.object({
  office: needed(80, '请填写受理单位'),
  phone: line(40).optional(),
  hours: line(60).optional(),
  address: line(120).optional(),
  email: line(80).optional(),
})

export const noticeContentSchema = z.object({
  /** Opening paragraphs, a line each. The sentence with the dates is made at issue and not written here. */
  intro: line(5000),
  sections: z.array(noticeSectionSchema).max(100),
  objection: receptionSchema,
  /** Document or decision the notice rests on. */
  basis: line(500).optional(),
})
export type NoticeContent = z.output<typeof noticeContentSchema>
export type NoticeContentInput = z.input<typeof noticeContentSchema>

export const itemsOf = (content: NoticeContent): NoticeItem[] => content.sections.flatMap(section => section.items)

/**
 * JSON in one form only (RFC 8785 for the values we have: strings, whole numbers, booleans): keys sorted, no spaces,
 * absent members left out. What the checksum of a notice covers.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** True where the next version only takes names away and all else stays: the others' period then runs on (D-08). */
export const onlyRemoves = (before: NoticeContent, after: NoticeContent): boolean => {
  const stood = new Set(
    before.sections.flatMap(({ heading, items }) => items.map(item => canonicalJson([heading, item]))),
  )
  const kept = after.sections.flatMap(({ heading, items }) => items.map(item => canonicalJson([heading, item])))
  const texts = ({ sections, intro, basis }: NoticeContent) =>
    canonicalJson([
      intro,
      basis ?? '',
      sections.filter(section => section.text).map(({ heading, text }) => [heading, text]),
    ])
  return kept.length < stood.size && kept.every(item => stood.has(item)) && texts(before) === texts(after)
}
