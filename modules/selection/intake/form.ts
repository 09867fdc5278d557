import {
  correctWord,
  formIn,
  isWord97,
  type LintRequest,
  lintDocument,
  PROFILES,
  readWord,
} from '#kernel/documents/index.ts'
import { readContent } from '#kernel/files/index.ts'
import type { FormDefinition } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Submission } from '../load.ts'
import { articleProfile } from '../papers/form/article-profile.ts'
import { formOutput, nomineeFileName } from '../papers/form/file-name.ts'
import { formOf } from '../plan/lookup.ts'
import type { Plan } from '../shared/index.ts'
import type { Uploaded } from './uploaded.ts'

const formsOf = (plan: Plan): FormDefinition[] => [...new Set(plan.categories.map(({ key }) => formOf(plan, key)))]

/** The plan's article of a nominee in a category: the text that stands behind the form in one file (一项一档). */
const textOf = (plan: Plan, category: string) =>
  plan.materials.find(
    ({ kind, of, categories }) =>
      kind === 'article' && of === 'nominee' && (categories === 'all' || categories.includes(category)),
  )

const recommenderOf = async (db: Db, { plan, unitKey, unitId }: Submission) => {
  const planned = plan.units.find(({ key }) => key === unitKey)?.recommender
  if (planned) return planned
  const { rows } = await sql<{ name: string }>`
    select full_name as name from units.unit where id = ${unitId}`.execute(db)
  return rows[0]?.name ?? ''
}

/** What the plan wants of the file that holds a form: layouts, length, name, format. */
const layoutOf = async (db: Db, { submission, file }: Uploaded, category: string, name: string, content: Buffer) => {
  const { plan, unitName } = submission
  const text = textOf(plan, category)
  const form = PROFILES[formOf(plan, category).profile]
  const output = formOutput(plan, category)
  const named = { plan, category, name, unitName, recommender: await recommenderOf(db, submission) }
  const request: LintRequest = {
    ...(form && { form }),
    ...(text && { article: articleProfile(plan, text).profile }),
    ...(text?.text?.max && { limit: { max: text.text.max } }),
    ...(output && { name: { is: file.name, wanted: `${nomineeFileName(named)}.${output.format}` } }),
    ...(output?.format === 'doc' && { word97: { is: await isWord97(content) } }),
  }
  return { request, text }
}

/** JPEG and PNG are shown as they are; a browser opens nothing else that Word keeps as a picture. */
const dataUrl = (picture: Uint8Array): string | null => {
  const data = Buffer.from(picture)
  const format =
    data[0] === 0xff && data[1] === 0xd8 ? 'jpeg' : data.subarray(1, 4).toString('latin1') === 'PNG' && 'png'
  return format ? `data:image/${format};base64,${data.toString('base64')}` : null
}

const subjectName = (form: FormDefinition, answers: Record<string, unknown>) =>
  String((form.subject.name && answers[form.subject.name]) || '')

const readUploaded = async (uploaded: Uploaded) => {
  const { file, submission } = uploaded
  const content = await readContent(file)
  const document = await readWord(content, file.name)
  const reading = formIn(document, formsOf(submission.plan))
  const categories = submission.plan.categories.filter(
    ({ key }) => formOf(submission.plan, key).key === reading?.form.key,
  )
  return { content, document, reading, categories }
}

/**
 * A filled form as it was read, cell by cell, and what its layout has otherwise than the plan wants. Nothing is saved.
 * @throws Problem `word.*`, `intake.no-form` for a file that is none of the plan's forms
 */
export const readFilled = async (db: Db, uploaded: Uploaded) => {
  const { content, document, reading, categories } = await readUploaded(uploaded)
  if (!reading || !categories[0])
    throw refuse('intake.no-form', '不是本方案的表，没有读取。请核对文件，或打开推荐名单直接填写。', { status: 422 })
  const { form, certainty, copies, answers, cells, article, picture } = reading
  const { request, text } = await layoutOf(db, uploaded, categories[0].key, subjectName(form, answers), content)
  return {
    categories: categories.map(each => ({ key: each.key, name: each.name })),
    certainty,
    copies,
    answers,
    cells,
    text: text?.key ?? null,
    article: article ?? null,
    layout: lintDocument(document, request),
    picture: picture ? dataUrl(picture) : null,
  }
}
export type FilledForm = Awaited<ReturnType<typeof readFilled>>

/**
 * The same file in the plan's layout, not a word of it changed.
 * @throws Problem `word.*`
 */
export const correctedFile = async (db: Db, uploaded: Uploaded): Promise<Buffer> => {
  const { content, reading, categories } = await readUploaded(uploaded)
  const { file, submission } = uploaded
  const category = categories[0]?.key ?? submission.plan.categories[0]!.key
  const { request } = await layoutOf(db, uploaded, category, '', content)
  const { form: _, ...articleOnly } = request
  return correctWord(content, file.name, reading ? request : articleOnly)
}
