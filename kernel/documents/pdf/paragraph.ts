import type { Align, Paragraph, Run } from '../model.ts'
import { characterWidth, type DocumentProfile, lineHeight } from '../profiles.ts'
import { literal, pt, rgb } from './literal.ts'
import { depthOf, type Press, textArguments } from './setting.ts'

const ALIGN: Record<Align, string> = { left: 'left', center: 'center', right: 'right', justify: 'left' }

/** Spaces that mark a blank stay as many as they are; typst would draw them together. */
const spaced = (text: string): string => text.replace(/ {2,}|^ | $/g, spaces => '\u00a0'.repeat(spaces.length))

const words = (text: string): string =>
  spaced(text)
    .split('\n')
    .map(part => `#${literal(part)}`)
    .join('#linebreak()')

const styled = (run: Run, text: string, profile: DocumentProfile, press: Press): string => {
  const own = [
    ...(run.style ? [textArguments(profile.lettering[run.style], profile, press)] : []),
    ...(run.bold ? ['weight: 700'] : []),
    ...(run.color ? [`fill: ${rgb(run.color)}`] : []),
  ]
  const inner = own.length > 0 ? `#text(${own.join(', ')})[${words(text)}]` : words(text)
  return run.underline ? `#underline(offset: 0.16em, stroke: 0.5pt, evade: false)[${inner}]` : inner
}

/** The runs between the tabs; an underline goes on over the blank of a tab. */
const stretches = (runs: Run[]): { run: Run; text: string }[][] => {
  const all: { run: Run; text: string }[][] = [[]]
  for (const run of runs) {
    const [first, ...others] = run.text.split('\t')
    all.at(-1)!.push({ run, text: first! })
    for (const text of others) all.push([{ run, text }])
  }
  return all
}

/** The rest of a tab as a line to write on, as deep below the letters as an underline. */
const BLANK = '#box(width: 1fr, height: 0pt, baseline: 0.16em, stroke: (bottom: 0.5pt))'

const tabbed = (paragraph: Paragraph, profile: DocumentProfile, press: Press): string => {
  const lettering = profile.lettering[paragraph.style]
  const character = characterWidth(profile, lettering)
  const depth = pt(depthOf(lettering))
  const stops = paragraph.tabs ?? []
  const parts = stretches(paragraph.runs)
  let from = paragraph.indent ?? 0
  return parts
    .map((part, index) => {
      const inner = part.map(({ run, text }) => styled(run, text, profile, press)).join('')
      // A stop to the right or in the middle holds the text after its tab, one to the left ends the text before it.
      const before = stops[index - 1]
      if (before && before.align !== 'left') return ''
      const stop = stops[index]
      if (!stop) return inner
      const next =
        stop.align === 'left'
          ? ''
          : (parts[index + 1] ?? []).map(({ run, text }) => styled(run, text, profile, press)).join('')
      const width = pt((stop.at - from) * character)
      from = stop.at
      if (stop.align !== 'left') return `#box(width: ${width}, baseline: ${depth})[${inner}#h(1fr)${next}]`
      return `#box(width: ${width}, baseline: ${depth})[${inner}${part.at(-1)?.run.underline ? BLANK : '#h(1fr)'}]`
    })
    .join('')
}

const content = (paragraph: Paragraph, profile: DocumentProfile, press: Press): string =>
  paragraph.tabs?.length
    ? tabbed(paragraph, profile, press)
    : paragraph.runs.map(run => styled(run, run.text, profile, press)).join('')

const isEmpty = ({ runs }: Paragraph) => runs.every(({ text }) => text === '')

/** Paragraphs that are set alike stand in one scope, which is most of a long text's speed. */
const likeness = ({ style, align, indent, indentLeft, indentRight, keepWithNext, tabs }: Paragraph): string =>
  JSON.stringify([style, align, indent, indentLeft, indentRight, keepWithNext, tabs])

const scope = (first: Paragraph, inner: string, profile: DocumentProfile, press: Press): string => {
  const lettering = profile.lettering[first.style]
  const character = characterWidth(profile, lettering)
  const indent = first.tabs?.length ? 0 : (first.indent ?? 0) * character
  const settings = [
    `#set text(${textArguments(lettering, profile, press)})`,
    `#set par(leading: 0pt, spacing: 0pt, justify: ${first.align === 'justify'}, first-line-indent: (amount: ${pt(Math.max(0, indent))}, all: true), hanging-indent: ${pt(Math.max(0, -indent))})`,
    `#set align(${ALIGN[first.align ?? 'left']})`,
  ].join('\n')
  const [left, right] = [first.indentLeft ?? 0, first.indentRight ?? 0]
  const leftEdge = left * character + Math.min(0, indent)
  const padded = left || right ? `#pad(left: ${pt(leftEdge)}, right: ${pt(right * character)})[${inner}]` : inner
  const tab = first.tabs?.length && first.indent ? `#h(${pt(first.indent * character)})` : ''
  const body = `${settings}\n${tab}${padded}`
  return first.keepWithNext ? `#block(sticky: true, width: 100%)[${body}]` : `#[${body}]`
}

/** Paragraphs one after another as typst source. */
export const paragraphsSource = (paragraphs: Paragraph[], profile: DocumentProfile, press: Press): string => {
  const out: string[] = []
  let group: Paragraph[] = []
  const close = () => {
    if (group.length > 0) {
      out.push(
        scope(
          group[0]!,
          group
            .map(one => content(one, profile, press))
            .map(text => `${text}\n#parbreak()`)
            .join('\n'),
          profile,
          press,
        ),
      )
    }
    group = []
  }
  for (const one of paragraphs) {
    const height = lineHeight(profile.lettering[one.style])
    const starts = one.pageBreakBefore || (one.linesBefore ?? 0) > 0 || isEmpty(one)
    if (starts || (group[0] && likeness(group[0]) !== likeness(one))) close()
    if (one.pageBreakBefore) out.push('#pagebreak(weak: true)')
    if (one.linesBefore) out.push(`#v(${pt(one.linesBefore * height)})`)
    if (isEmpty(one)) out.push(`#v(${pt(height)})`)
    else group.push(one)
  }
  close()
  return out.join('\n')
}
