import { useSyncExternalStore } from 'react'

let now = false

const subscribe = (changed: () => void) => {
  const begins = () => {
    now = true
    changed()
  }
  const ends = () => {
    now = false
    changed()
  }
  window.addEventListener('beforeprint', begins)
  window.addEventListener('afterprint', ends)
  return () => {
    window.removeEventListener('beforeprint', begins)
    window.removeEventListener('afterprint', ends)
  }
}

/** True while the page is laid out for paper. */
export const usePrinting = () =>
  useSyncExternalStore(
    subscribe,
    () => now,
    () => false,
  )
