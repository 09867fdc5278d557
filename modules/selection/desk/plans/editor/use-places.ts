import { useEffect, useState } from 'react'
import { focusField } from '#platform/ui/desk/index.ts'
import type { PlanFault, PlanPath } from '../../../shared/index.ts'
import { type Section, sectionOf, sections } from './sections.ts'

export type View = 'forms' | 'rehearsal' | 'text' | 'versions'

/** Where in the editor one is, and how to get to a field or a line. */
export const usePlaces = () => {
  const [section, setSection] = useState<Section>(sections[0]!)
  const [view, setView] = useState<View>('forms')
  const [target, setTarget] = useState<PlanPath>()
  const [line, setLine] = useState<{ file: string; line: number }>()
  useEffect(() => {
    if (!target) return
    // Lists on the way open in effects of their own first.
    const timer = setTimeout(() => focusNearest(target), 60)
    return () => clearTimeout(timer)
  }, [target])
  const toField = (path: PlanPath) => {
    setSection(sectionOf(path))
    setTarget([...path])
    setView(before => (before === 'text' || before === 'versions' ? before : 'forms'))
  }
  const toLine = ({ file, line: number }: PlanFault) => {
    setView('text')
    setLine({ file, line: number })
  }
  return {
    section,
    view,
    target,
    line,
    show: setView,
    choose: (next: Section) => {
      setSection(next)
      setTarget(undefined)
      setView(before => (isNarrow() ? 'forms' : before))
    },
    toField,
    toLine,
    /** A fault without a field, as of syntax, is shown in the text. */
    toFault: (fault: PlanFault) => (fault.path.length > 0 ? toField(fault.path) : toLine(fault)),
  }
}

const isNarrow = () => window.matchMedia('(max-width: 640px)').matches

/** The field of a path, or of what stands above it and is on the page. */
const focusNearest = (path: PlanPath) => {
  for (let length = path.length; length > 0; length -= 1) {
    const name = path.slice(0, length).join('.')
    const place = document.querySelector(`[data-path="${CSS.escape(name)}"]`)
    if (!place) continue
    for (const folded of document.querySelectorAll<HTMLDetailsElement>('details.plan-more'))
      if (folded.contains(place)) folded.open = true
    return focusField(name)
  }
}
