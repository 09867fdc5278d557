import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import {
  bracketMatching,
  defaultHighlightStyle,
  foldGutter,
  foldKeymap,
  syntaxHighlighting,
} from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { PlanFault } from '../../../shared/index.ts'
import { editorPhrases } from './editor-phrases.ts'

type YamlEditorProps = {
  name: string
  text: string
  faults: readonly PlanFault[]
  /** A line to show, from 1; a new object for each jump. */
  line: { number: number } | undefined
  onChange: (text: string) => void
}

/** The text of one file, with numbered lines and faults marked at their lines. Escape, then Tab leaves it by keyboard. */
const YamlEditor = ({ name, text, faults, line, onChange }: YamlEditorProps) => {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const changed = useRef(onChange)
  changed.current = onChange
  // A new editor for each file; its text follows below
  useEffect(() => {
    const report = EditorView.updateListener.of(update => {
      if (update.docChanged && !update.transactions.some(each => each.isUserEvent('form')))
        changed.current(update.state.doc.toString())
    })
    const state = EditorState.create({ doc: text, extensions: [...extensions, report, labelled(name)] })
    view.current = new EditorView({ state, parent: place.current! })
    return () => view.current?.destroy()
  }, [name])
  useEffect(() => {
    const now = view.current!
    const change = changeBetween(now.state.doc.toString(), text)
    if (change) now.dispatch({ changes: change, userEvent: 'form' })
  }, [text])
  useEffect(() => {
    const { state } = view.current!
    view.current!.dispatch(
      setDiagnostics(
        state,
        faults.map(fault => diagnostic(state, fault)),
      ),
    )
  }, [faults])
  useEffect(() => {
    if (!line) return
    const { doc } = view.current!.state
    const { from } = doc.line(Math.min(line.number, doc.lines))
    view.current!.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
    view.current!.focus()
  }, [line])
  return <div ref={place} className="yaml-editor" />
}
export default YamlEditor

const extensions = [
  lineNumbers(),
  foldGutter({ openText: '−', closedText: '+' }),
  lintGutter(),
  history(),
  drawSelection(),
  bracketMatching(),
  highlightActiveLine(),
  highlightSelectionMatches(),
  search({ top: true }),
  syntaxHighlighting(defaultHighlightStyle),
  yaml(),
  EditorState.tabSize.of(2),
  EditorState.phrases.of(editorPhrases),
  keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...foldKeymap, indentWithTab]),
]

const labelled = (name: string) => EditorView.contentAttributes.of({ 'aria-label': `${name} 的文字` })

const diagnostic = ({ doc }: EditorState, { line, column, message, advice }: PlanFault): Diagnostic => {
  const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines))
  return { from: Math.min(from + column - 1, to), to, severity: 'error', message: `${message}。${advice}` }
}

/** The one stretch in which two texts differ, so that the cursor elsewhere stays where it is. */
const changeBetween = (before: string, after: string) => {
  if (before === after) return undefined
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) }
}
