import { fieldAt } from '#kernel/forms/shared/index.ts'
import type { WordBlock } from '../model.ts'
import { type Found, foundFor, sourceOfText } from './found.ts'
import type { Recognised } from './recognise.ts'
import { keyOf } from './words.ts'

type Line = { label: string; path: string }

/** A label with spaces anywhere between its characters, brackets or not, and its colon. */
const spaced = (label: string): string => {
  const bare = label.replace(/[（(].*?[）)]/gu, '').replace(/\s/gu, '')
  return `${[...bare].map(char => RegExp.escape(char)).join('[\\s\\u3000]*')}[\\s\\u3000]*(?:[（(][^（）()]{0,20}[）)])?[\\s\\u3000]*[:：]`
}

/** Words behind each label of a line that holds several (`填报单位：某局　　编号：3`). */
const valuesIn = (text: string, lines: Line[]): Map<Line, string> => {
  const hits = lines
    .flatMap(line => {
      const hit = new RegExp(spaced(line.label), 'u').exec(text)
      return hit ? [{ line, from: hit.index, to: hit.index + hit[0].length }] : []
    })
    .sort((a, b) => a.from - b.from)
  return new Map(
    hits.map(({ line, to }, at) => [
      line,
      text
        .slice(to, hits[at + 1]?.from)
        .replace(/[_\s]+$/u, '')
        .trim(),
    ]),
  )
}

/** Answers of the lines outside the table: the cover's and those above the table. */
export const readEntries = ({ form }: Recognised, blocks: readonly WordBlock[]): Found[] => {
  const lines = [...(form.cover?.entries ?? []), ...form.head].map(({ label, field }) => ({ label, path: field }))
  const found = new Map<string, Found>()
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.text.length > 500) continue
    for (const [{ path }, text] of valuesIn(block.text, lines)) {
      const field = fieldAt(form, path)
      if (!field || found.get(path)?.source) continue
      found.set(path, foundFor(path, field, sourceOfText(text)))
    }
  }
  return [...found.values()]
}

/** Lists printed under the table: a heading, then a line an item, up to the next heading. */
export const readFoot = ({ form }: Recognised, blocks: readonly WordBlock[]): Found[] => {
  const heads = new Map(form.foot.map(foot => [keyOf('text' in foot ? foot.text : foot.heading), foot]))
  const lists = new Map<string, string[]>()
  let list: string | undefined
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue
    const foot = heads.get(keyOf(block.text))
    if (foot) list = 'list' in foot ? foot.list : undefined
    else if (list !== undefined && block.text.trim() !== '') lists.set(list, [...(lists.get(list) ?? []), block.text])
  }
  return form.foot.flatMap(foot => {
    const field = 'list' in foot ? fieldAt(form, foot.list) : undefined
    if (!('list' in foot) || !field) return []
    const lines = (lists.get(foot.list) ?? []).filter(line => keyOf(line) !== keyOf(foot.placeholder))
    return [foundFor(foot.list, field, { text: lines.join('\n'), rows: lines.map(line => [line]) })]
  })
}
