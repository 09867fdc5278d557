import { z } from 'zod'

const line = (max: number) => z.string().trim().normalize('NFC').max(max, `不超过${max}字`)

/** The winner's own consent to be shown, with what proves it. */
export const consentSchema = z.object({
  given: z.boolean(),
  /** Who gave it: the winner, or who speaks for the organisation. */
  by: line(60),
  on: z.iso.date(),
  /** Whether recognisable faces may be shown. */
  faces: z.boolean(),
  /** Keys of the signed consent's scan. */
  evidence: z.array(z.string().max(64)).max(10),
})

/** What is written of a winner beside the register: for the ceremony, the press and the story page. */
export const storySchema = z.object({
  citation: line(400).default(''),
  /** Residents' words that a clerk chose (百姓评语); nobody is named in full. */
  comments: z
    .array(z.object({ words: line(300).min(1, '请填写评语'), from: line(40) }))
    .max(10)
    .default([]),
  text: line(10_000).default(''),
  photo: z.string().max(64).nullable().default(null),
  consent: consentSchema.nullable().default(null),
})
export type Story = z.output<typeof storySchema>

/** What went through 拟稿—审核—签发: the picture that stood with the draft, and the one that stands in public. */
export type StoryRecord = Partial<Story> & {
  drafted?: { noticeId: number; photo: string | null }
  published?: { noticeId: number; photo: string | null }
}
