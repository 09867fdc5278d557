import {
  type Answers,
  type Article,
  answerAt,
  answerText,
  asMonth,
  type Field,
  type FormDefinition,
  fieldAt,
  fieldsOf,
  halfWidth,
  normaliseAnswers,
  readIdNumber,
  validateAnswers,
} from '#kernel/forms/shared/index.ts'
import type { WordDocument } from '../model.ts'
import { readWord } from '../read-word.ts'
import { articleAfter } from './article.ts'
import { formsIn } from './copies.ts'
import { readEntries, readFoot } from './entries.ts'
import type { Found } from './found.ts'
import { readLabelled } from './labelled.ts'
import { type Recognised, recognise } from './recognise.ts'
import { readRepeated } from './repeated.ts'

/** One answer of the form as read: what was understood, from which words, how sure (0–1) and what to look at. */
export type ReadCell = { path: string; label: string; value: string; source: string; confidence: number; note: string }

export type FormReading = {
  form: FormDefinition
  /** How sure that the file is this form, 0–1. */
  certainty: number
  /** Keys of other forms that it might be as well. */
  alternatives: string[]
  answers: Answers
  /** Whole forms in the file; only the first is read. */
  copies: number
  cells: ReadCell[]
  /** 典型材料 that stands behind the form. */
  article?: Article
  /** The photograph pasted into the form's table, as it stands in the file. */
  picture?: Uint8Array
}

const setAt = (answers: Answers, path: string, value: unknown): void => {
  const [key, inner] = path.split('.') as [string, string | undefined]
  if (inner === undefined) answers[key] = value
  else answers[key] = { ...(answers[key] as Answers | undefined), [inner]: value }
}

const isEmpty = ({ source }: Found) => source === ''

/** What the table says goes before what the cover says; where they differ, it is said. */
const merged = (first: Found[], second: Found[]): Found[] => {
  const found = new Map(first.map(one => [one.path, one]))
  for (const other of second) {
    const one = found.get(other.path)
    if (!one || isEmpty(one)) found.set(other.path, other)
    else if (!isEmpty(other) && JSON.stringify(other.answer) !== JSON.stringify(one.answer))
      found.set(other.path, {
        ...one,
        confidence: Math.min(one.confidence, 0.6),
        note: `封面填的是“${other.source}”。`,
      })
  }
  return [...found.values()]
}

/** A birth date printed to the month takes its day from the ID number, where the two agree. */
const withBirthDay = (form: FormDefinition, found: Found[]): Found[] => {
  const id = fieldsOf(form).find(field => field.kind === 'idNumber')
  const number = found.find(({ path }) => path === id?.key)
  const stated =
    typeof number?.answer === 'string'
      ? readIdNumber(halfWidth(number.answer).replace(/\s/gu, '').toUpperCase())
      : undefined
  if (id?.kind !== 'idNumber' || !stated) return found
  return found.map(one => {
    const field = one.path === id.birth ? fieldAt(form, one.path) : undefined
    if (field?.kind !== 'date' || String(one.answer).length !== 7 || asMonth(one.answer) !== asMonth(stated.birth))
      return one
    return { ...one, answer: stated.birth, note: '表中只到月份，日期取自身份证号。' }
  })
}

/** Paths that the paper prints and a file can tell; photos and bare seals are not among them. */
const readable = (form: FormDefinition): { path: string; field: Field; label: string }[] =>
  fieldsOf(form)
    .filter(field => field.printed && field.kind !== 'photo' && field.kind !== 'files' && field.kind !== 'declaration')
    .filter(field => field.kind !== 'opinion' || field.words)
    .flatMap(field => {
      if (field.kind !== 'group') return [{ path: field.key, field, label: field.label }]
      return field.fields.map(inner => ({
        path: `${field.key}.${inner.key}`,
        field: inner,
        label: `${field.label}·${inner.label}`,
      }))
    })

const cellsFrom = (form: FormDefinition, answers: Answers, found: Found[]): ReadCell[] => {
  const faults = validateAnswers(form, answers, { mode: 'draft', today: '9999-12-31' }).filter(
    ({ severity }) => severity === 'block',
  )
  return readable(form).map(({ path, field, label }) => {
    const one = found.find(each => each.path === path)
    if (!one) return { path, label, value: '', source: '', confidence: 0, note: `没有找到“${label}”一栏。` }
    const value = answerText(field, answerAt(answers, path))
    const fault = faults.find(each => each.path === path || each.path.startsWith(`${path}.`))
    const lost = value === '' && one.source !== '' && one.confidence === 1 && field.kind !== 'opinion'
    const note = [one.note, fault?.message].filter(Boolean).join('') || (one.source === '' ? '栏内没有填写。' : '')
    return {
      path,
      label,
      value,
      source: one.source,
      confidence: lost || fault ? Math.min(one.confidence, 0.5) : one.confidence,
      note,
    }
  })
}

const pictureIn = ({ form, matches, cells }: Recognised, pictures: WordDocument['pictures']) => {
  if (!fieldsOf(form).some(({ kind }) => kind === 'photo')) return undefined
  const tables = new Set([...matches.values()].map(({ cell }) => cell.table))
  const name = cells.find(cell => tables.has(cell.table) && cell.pictures.length > 0)?.pictures[0]
  return name === undefined ? undefined : pictures[name]
}

const readAs = (
  known: Recognised,
  { blocks, pictures }: WordDocument,
): Omit<FormReading, 'alternatives' | 'copies'> => {
  const { form } = known
  const end = Math.max(...[...known.matches.values()].map(({ cell }) => cell.block))
  const outside = blocks.slice(known.start, end)
  const after = blocks.slice(end + 1)
  const table = [...readLabelled(known), ...readRepeated(known), ...readFoot(known, after)]
  const found = withBirthDay(form, merged(table, readEntries(known, outside)))
  const raw: Answers = {}
  for (const { path, answer } of found) setAt(raw, path, answer)
  const answers = normaliseAnswers(form, raw)
  const picture = pictureIn(known, pictures)
  const article = articleAfter(form, form.foot.some(foot => 'list' in foot) ? [] : after)
  return {
    form,
    certainty: known.certainty,
    answers,
    cells: cellsFrom(form, answers, found),
    ...(article && { article }),
    ...(picture && { picture }),
  }
}

const NEAR = 0.03

/** Reads a document as one of the forms; undefined where it is none of them. Nothing is saved. */
export const formIn = (document: WordDocument, forms: readonly FormDefinition[]): FormReading | undefined => {
  const [best, ...others] = recognise(document.blocks, forms)
  if (!best) return undefined
  const near = others.filter(({ certainty }) => best.certainty - certainty < NEAR).map(({ form }) => form.key)
  const copies = formsIn(document.blocks, best.template)
  if (copies.length < 2) return { ...readAs(best, document), alternatives: near, copies: 1 }
  // Read by its own labels alone: those of the next form would mix with them.
  const first = { ...document, blocks: document.blocks.slice(0, copies[0]! + 1) }
  const [known] = recognise(first.blocks, [best.form])
  return { ...readAs(known ?? best, first), alternatives: near, copies: copies.length }
}

export type WordFile = { name: string; content: Buffer }

/**
 * Reads a filled Word file into the answers of the form that it is, cell by cell with how sure each is and the words it
 * was read from.
 * @throws Problem `word.*` of a file that is not read
 */
export const readForm = async (file: WordFile, forms: readonly FormDefinition[]): Promise<FormReading | undefined> =>
  formIn(await readWord(file.content, file.name), forms)
