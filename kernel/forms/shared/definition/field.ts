import { z } from 'zod'

/** Who types an answer: the recommending unit, or the organising office after receipt (审批意见, 编号). */
export const FilledBy = z.enum(['unit', 'organiser'])

/** What every field has, whatever its kind. */
const base = {
  /** Name of the answer in its group: letters and digits, unchanged for the life of a plan. */
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** Words in front of the field on the page and in messages. */
  label: z.string().min(1),
  hint: z.string().optional(),
  required: z.boolean().default(true),
  /** Answer that may stand in place of this one (工作单位 or 家庭住址): the field is required only while that one is empty. */
  requiredUnless: z.string().optional(),
  /** Classes of unit (the plan's words) the field is meant for; others print “—”. Absent = all. */
  unitClasses: z.array(z.string()).optional(),
  /** Fields captured for checking but absent from the official annex. */
  printed: z.boolean().default(true),
  filledBy: FilledBy.default('unit'),
  /** Personal information that views mask until someone asks to see it, which is recorded. */
  sensitive: z.boolean().default(false),
  /** Value offered when the form is opened. */
  prefill: z.enum(['recommender', 'subject', 'today']).optional(),
  /** Identifier of the rule this field's own findings answer to (R000-20), shown beside the finding. */
  rule: z.string().optional(),
}

const of = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...base, ...shape })

/** Limits in 字 as Word counts them (D-01): `max` blocks, `warnAbove` advises, `about` asks a reason outside 80–120 % (D-09). */
export const WordLimit = z.strictObject({
  max: z.int().positive().optional(),
  warnAbove: z.int().positive().optional(),
  about: z.int().positive().optional(),
})

/** Levels of awards and media, lowest first: `least` of a field refers to them. */
export const HONOUR_LEVELS = ['县级以下', '县级', '市级', '省级', '国家级'] as const
export const MEDIA_LEVELS = ['县级', '市级', '省级', '中央'] as const
export const RowSeverity = z.enum(['block', 'reason', 'warning'])

export const TextField = of('text', { maxLength: z.int().positive().default(200), pattern: z.string().optional() })
export const LongTextField = of('longText', { limit: WordLimit.default({}) })
export const DateField = of('date', {
  /** A project's dates may stop at the month (YYYY-MM). */
  monthEnough: z.boolean().default(false),
  /** Field whose date this one may not precede. */
  notBefore: z.string().optional(),
  /** Inclusive window; outside of it the clerk gives a reason. */
  window: z.strictObject({ from: z.iso.date(), to: z.iso.date(), message: z.string() }).optional(),
  future: z.boolean().default(true),
  printAs: z.enum(['date', 'month']).default('date'),
})
export const MonthField = of('month', {
  notBefore: z.string().optional(),
  /** Years that should have passed since `notBefore` (入党满18周岁, 参加工作满16周岁); fewer is a warning or a block. */
  yearsAfter: z.strictObject({ years: z.int(), severity: RowSeverity }).optional(),
})
export const NumberField = of('number', {
  min: z.number().optional(),
  max: z.number().optional(),
  integer: z.boolean().default(true),
  unit: z.string().optional(),
})
const options = {
  options: z.array(z.string()).min(1),
  /** Printed as every option with □ or ☑ instead of the chosen words. */
  boxes: z.boolean().default(false),
}
export const ChoiceField = of('choice', options)
export const ChoicesField = of('choices', { ...options, atMost: z.int().positive().optional() })
export const GenderField = of('gender', {})
export const EthnicGroupField = of('ethnicGroup', {})
export const PoliticalStatusField = of('politicalStatus', {
  /** Statuses the category admits; others are refused with `message` (R000-22). */
  allowed: z.array(z.string()).optional(),
  reasonFor: z.array(z.string()).default([]),
  message: z.string().optional(),
})
export const NativePlaceField = of('nativePlace', {})
export const PhoneField = of('phone', {})
export const PostcodeField = of('postcode', {})
export const EmailField = of('email', {})
export const IdNumberField = of('idNumber', {
  /** Fields the number must agree with. */
  birth: z.string().optional(),
  gender: z.string().optional(),
})
export const UsccField = of('uscc', {})
export const NameField = of('name', {})
export const OrganisationField = of('organisation', { fullName: z.boolean().default(true) })
export const OrganisationsField = of('organisations', { atMost: z.int().positive().default(20) })
export const PhotoField = of('photo', {
  formats: z.array(z.enum(['jpeg', 'png'])).default(['jpeg', 'png']),
  minWidth: z.int().positive(),
  minHeight: z.int().positive(),
  /** Accepted ratios width : height, ±3 %. Absent = any portrait. */
  ratios: z.array(z.tuple([z.number(), z.number()])).default([]),
  background: z.enum(['blue', 'white']).optional(),
  /** File name without extension must equal the answer of this field. */
  nameFrom: z.string().optional(),
  sizeSeverity: RowSeverity.default('block'),
})
export const FilesField = of('files', {
  atLeast: z.int().min(0).default(1),
  atMost: z.int().positive().default(20),
  accept: z.array(z.string()).default(['pdf', 'jpeg', 'png']),
})
export const ResumeField = of('resume', {
  /** Month field the first row must start with, unless that row is study (R000-20). */
  startsWith: z.string().optional(),
})
export const AwardsField = of('awards', {
  least: z.enum(HONOUR_LEVELS).optional(),
  levelSeverity: RowSeverity.default('reason'),
})
export const MediaReportsField = of('mediaReports', {
  least: z.enum(MEDIA_LEVELS).optional(),
  levelSeverity: RowSeverity.default('reason'),
})
export const OpinionField = of('opinion', {
  seal: z.boolean().default(true),
  /** Key of the cell in the plan's `seals` or `departments`. */
  cell: z.string().optional(),
  signature: z.boolean().default(false),
  /** False for a bare seal (cover, material) that carries no words. */
  words: z.boolean().default(true),
  /** Words offered first, e.g. 无异议. */
  preset: z.string().optional(),
  /** Opinion fields earlier in the chain: their dates may not be later than this one's. */
  after: z.array(z.string()).default([]),
  /** Words printed in the empty cell. */
  mark: z.string().default('（盖章）'),
  /** Year already printed in the template's date (“2017年  月  日”). */
  year: z.int().optional(),
})
export const DeclarationField = of('declaration', { statement: z.string().min(1) })

const leaves = [
  TextField,
  LongTextField,
  DateField,
  MonthField,
  NumberField,
  ChoiceField,
  ChoicesField,
  GenderField,
  EthnicGroupField,
  PoliticalStatusField,
  NativePlaceField,
  PhoneField,
  PostcodeField,
  EmailField,
  IdNumberField,
  UsccField,
  NameField,
  OrganisationField,
  OrganisationsField,
  PhotoField,
  FilesField,
] as const
export const LeafField = z.discriminatedUnion('kind', leaves)
/** Several answers under one heading: a contact person with telephone and address. */
export const GroupField = of('group', { fields: z.array(LeafField).min(1) })
/** Rows of the same columns: projects, ranked names. `print` joins a row's columns with {key} placeholders. */
export const RowsField = of('rows', {
  fields: z.array(LeafField).min(1),
  atLeast: z.int().min(0).default(0),
  atMost: z.int().positive().default(50),
  print: z.string().optional(),
})
export const Field = z.discriminatedUnion('kind', [
  ...leaves,
  GroupField,
  RowsField,
  ResumeField,
  AwardsField,
  MediaReportsField,
  OpinionField,
  DeclarationField,
])

export type LeafField = z.infer<typeof LeafField>
export type Field = z.infer<typeof Field>
export type FieldKindName = Field['kind']
/** The definition of one kind of field: `FieldOf<'photo'>`. */
export type FieldOf<K extends FieldKindName> = Extract<Field, { kind: K }>
