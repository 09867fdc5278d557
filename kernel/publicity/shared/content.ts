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

/** A picture of the notice, named by the SHA-256 of what is given out of it, so that the checksum covers it too. */
export const noticePictureSchema = z.object({
  hash: z.string().regex(/^[\da-f]{64}$/),
  caption: needed(60, '请填写照片说明'),
  /** Pixels. */
  width: z.int().min(1),
  height: z.int().min(1),
})
export type NoticePicture = z.output<typeof noticePictureSchema>

export const noticeSectionSchema = z.object({
  heading: needed(120, '请填写标题'),
  text: line(20_000).optional(),
  items: z.array(noticeItemSchema).max(3000).default([]),
  pictures: z.array(noticePictureSchema).max(20).optional(),
})

/** A page of this site that tells more, by its path. */
export const morePageSchema = z.object({
  label: needed(40, '请填写页面名称'),
  href: z.string().regex(/^\/[\w-]+(?:\/[\w-]+)*$/, '请填写本站页面的路径'),
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
  more: morePageSchema.optional(),
})
export type NoticeContent = z.output<typeof noticeContentSchema>
export type NoticeContentInput = z.input<typeof noticeContentSchema>

export const itemsOf = (content: NoticeContent): NoticeItem[] => content.sections.flatMap(section => section.items)
export const picturesOf = (content: NoticeContent): NoticePicture[] =>
  content.sections.flatMap(({ pictures = [] }) => pictures)

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
  const texts = ({ sections, intro, basis, more }: NoticeContent) =>
    canonicalJson([
      ...[intro, basis ?? '', more ?? ''],
      sections
        .filter(({ text, pictures }) => text || pictures)
        .map(({ heading, text = '', pictures = [] }) => [heading, text, pictures]),
    ])
  return kept.length < stood.size && kept.every(item => stood.has(item)) && texts(before) === texts(after)
}
