import { z } from 'zod'
import { Field } from './field.ts'
import { Grid } from './grid.ts'

/** A line such as “推荐单位（盖章）：…” on the cover or above the table; `seal` names the opinion field stamped over it. */
export const Entry = z.strictObject({ label: z.string(), field: z.string(), seal: z.string().optional() })

/** What stands under the table: plain lines, or a list printed from a `rows` field. */
export const Foot = z.union([
  z.strictObject({ text: z.string() }),
  z.strictObject({ heading: z.string(), list: z.string(), placeholder: z.string(), atLeast: z.int().default(1) }),
])

/** A heading on the page with its fields; sections order the editor, the grid orders the paper. */
export const Section = z.strictObject({ title: z.string(), hint: z.string().optional(), fields: z.array(Field).min(1) })

/** Which answers say who or what the form is about, so that rules and lists need not know a plan's keys. */
export const Subject = z.strictObject({
  kind: z.enum(['project', 'organisation', 'person', 'list']),
  name: z.string().optional(),
  /** Resident ID (person) or 统一社会信用代码 (organisation), D-13. */
  identity: z.string().optional(),
  gender: z.string().optional(),
  ethnicGroup: z.string().optional(),
  birth: z.string().optional(),
  unit: z.string().optional(),
  post: z.string().optional(),
  photo: z.string().optional(),
  /** The short deeds printed in the form (主要事迹, 项目概述). */
  brief: z.string().optional(),
})

/** A form, defined once: the page, the validation and the Word table are all made from this. */
export const FormDefinition = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  /** Annex number as printed (附件3). */
  annex: z.string().optional(),
  /** Lines of the title above the table. */
  title: z.array(z.string()).min(1),
  subject: Subject,
  /** Document profile: fonts, sizes, margins. */
  profile: z.string().default('form-xiaosi'),
  print: z
    .strictObject({ copies: z.int().positive().default(1), duplex: z.boolean().default(false) })
    .default({ copies: 1, duplex: false }),
  cover: z.strictObject({ title: z.array(z.string()).min(1), entries: z.array(Entry).min(1) }).optional(),
  notes: z.strictObject({ title: z.string().default('填 表 说 明'), items: z.array(z.string()).min(1) }).optional(),
  /** Lines above the table (填报单位：  编号：). */
  head: z.array(Entry).default([]),
  sections: z.array(Section).min(1),
  grid: Grid,
  foot: z.array(Foot).default([]),
})

export type Entry = z.infer<typeof Entry>
export type Foot = z.infer<typeof Foot>
export type Section = z.infer<typeof Section>
export type Subject = z.infer<typeof Subject>
export type FormDefinition = z.infer<typeof FormDefinition>
/** Answers by field key; groups nest one object, rows an array of objects. */
export type Answers = Record<string, unknown>
