import { type Document, isMap, isSeq, parseDocument } from 'yaml'
import { assemble, MAIN_FILE, type PlanPath, type PlanSources, partFiles, placeOf } from '../../../shared/index.ts'
import { detach, release } from './detach.ts'
import { keepLines } from './keep-lines.ts'

/** What a form does to the text. `path` leads to a value, in a list to one of its items. */
export type PlanEdit =
  | { kind: 'set'; path: PlanPath; value: unknown }
  | { kind: 'remove'; path: PlanPath }
  /** Puts an item at the end of a list, which is made if it is not there. */
  | { kind: 'append'; path: PlanPath; value: unknown }
  | { kind: 'move'; path: PlanPath; from: number; to: number }

/**
 * The files after an edit: only the file in which the value stands changes, and in it only the lines concerned;
 * comments stay. Without change where the text cannot be read as YAML.
 */
export const editPlan = (sources: PlanSources, edit: PlanEdit): PlanSources => {
  const assembled = assemble(sources)
  if (!('main' in assembled)) return sources
  const part = edit.kind === 'remove' && assembled.parts.find(({ prefix }) => samePath(prefix, edit.path))
  if (part) return withoutPart(sources, part.prefix, part.file.name)
  const { file, inside } = placeOf(assembled, edit.path)
  return { ...sources, [file.name]: edited(sources[file.name]!, inside, edit) }
}

/** One file's text after an edit at a path inside of it. */
const edited = (text: string, inside: PlanPath, edit: PlanEdit): string => {
  const document = parseDocument(text)
  const tidyBefore = tidy(document)
  detach(document, edit.kind === 'remove' ? inside.slice(0, -1) : inside)
  if (edit.kind !== 'append') release(document, inside)
  apply(document, inside, edit)
  return keepLines(text, tidyBefore, tidy(document))
}

const samePath = (one: PlanPath, other: PlanPath) => one.join('.') === other.join('.')

/** A part that goes takes its file with it, unless another part is written there too. */
const withoutPart = (sources: PlanSources, path: PlanPath, name: string): PlanSources => {
  const { [name]: _, ...others } = sources
  const main = edited(sources[MAIN_FILE]!, path, { kind: 'remove', path })
  const after = { ...sources, [MAIN_FILE]: main }
  return partFiles(main).includes(name) ? after : { ...others, [MAIN_FILE]: main }
}

const tidy = (document: Document) => document.toString({ lineWidth: 0 })

const apply = (document: Document, path: PlanPath, edit: PlanEdit) => {
  if (edit.kind === 'set') set(document, path, edit.value)
  if (edit.kind === 'remove') document.deleteIn(path)
  if (edit.kind === 'append') append(document, path, edit.value)
  if (edit.kind === 'move') move(document, path, edit.from, edit.to)
}

/** Dates and the like stay plain text; a scalar keeps its comment. */
const set = (document: Document, path: PlanPath, value: unknown) => {
  if (path.length === 0) document.contents = document.createNode(value) as typeof document.contents
  else document.setIn(path, isPlain(value) ? value : document.createNode(value))
}

const isPlain = (value: unknown) => value === null || typeof value !== 'object'

const append = (document: Document, path: PlanPath, value: unknown) => {
  const list = path.length === 0 ? document.contents : document.getIn(path)
  if (!isSeq(list)) return set(document, path, [value])
  if (list.flow && !isPlain(value) && list.items.length === 0) list.flow = false
  list.add(document.createNode(value))
}

const move = (document: Document, path: PlanPath, from: number, to: number) => {
  const list = path.length === 0 ? document.contents : document.getIn(path)
  if (!isSeq(list) || to < 0 || to >= list.items.length) return
  const [item] = list.items.splice(from, 1)
  list.items.splice(to, 0, item)
  // A blank line before an item belongs to its place, the first of a list has none.
  for (const [index, each] of list.items.entries()) if (isMap(each) && index === 0) each.spaceBefore = false
}

/** The value of the whole plan as the text says it, sound or not; undefined where it cannot be read as YAML. */
export const planValue = (sources: PlanSources): Record<string, unknown> | undefined => {
  const assembled = assemble(sources)
  if (!('main' in assembled)) return undefined
  return isRecord(assembled.value) ? assembled.value : undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** What stands at a path of a value. */
export const valueAt = (root: unknown, path: PlanPath): unknown =>
  path.reduce<unknown>((at, segment) => (at as Record<string | number, unknown> | null | undefined)?.[segment], root)
