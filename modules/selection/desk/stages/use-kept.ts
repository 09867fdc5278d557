import { useEffect, useRef } from 'react'

/**
 * Saves a draft a moment after it was last changed, so that nothing typed is lost.
 * @returns stops a save that still waits, before the draft is handed in otherwise
 */
export const useKept = <Draft>(draft: Draft, editable: boolean, save: (draft: Draft) => unknown) => {
  const latest = useRef(save)
  latest.current = save
  const sent = useRef(JSON.stringify(draft))
  const running = useRef<Promise<unknown>>(Promise.resolve())
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    const text = JSON.stringify(draft)
    if (!editable || text === sent.current) return
    timer.current = setTimeout(() => {
      sent.current = text
      // One after the other: a save that began while another runs would be taken for its second click.
      running.current = running.current.then(() => latest.current(draft))
    }, 600)
    return () => clearTimeout(timer.current)
  }, [draft, editable])
  return () => clearTimeout(timer.current)
}
