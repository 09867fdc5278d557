import { useRef } from 'react'
import { call } from '#platform/ui/desk/index.ts'
import { useDraft } from '#platform/ui/desk/use-draft.ts'
import type { NoticeContent } from '../shared/content.ts'
import { type Notice, saveNotice } from '../shared/notice-api.ts'

export type Draft = { title: string; content: NoticeContent; workdays: number }
type Current = { title: string; content: NoticeContent; contentHash: string }

/** A notice on the page: saves itself a moment after the last change; a conflict keeps both versions. */
export const useNoticeDraft = ({ id, title, content, workdays, contentHash }: Notice) => {
  const latest = useRef<Draft>({ title, content, workdays })
  const draft = useDraft<Draft, string>({
    value: latest.current,
    revision: contentHash,
    save: async (value, basedOn) =>
      (await call(saveNotice, { params: { id }, body: { ...value, basedOn } })).contentHash,
    theirs: current => {
      const stored = current as Current
      // Their answer does not carry the days; those on the page stay.
      return {
        value: { title: stored.title, content: stored.content, workdays: latest.current.workdays },
        revision: stored.contentHash,
      }
    },
  })
  const { value, conflict } = draft
  latest.current = value
  const change = (patch: Partial<Draft>) => {
    latest.current = { ...latest.current, ...patch }
    draft.change(latest.current)
  }
  const settle = (keep: 'mine' | 'theirs') => {
    if (conflict) draft.resolve(keep === 'theirs' ? conflict.theirs : latest.current)
  }
  return { draft: value, change, save: draft.state, flush: draft.saveNow, current: conflict?.theirs, settle }
}
