import { useState } from 'react'

/** A small preference kept in this browser; falls back silently where storage is switched off. */
export const useRemembered = <T>(name: string, initial: T): [T, (value: T) => void] => {
  const [value, setValue] = useState<T>(() => read(name, initial))
  const remember = (next: T) => {
    setValue(next)
    try {
      localStorage.setItem(storageName(name), JSON.stringify(next))
    } catch {
      // Private windows refuse; the preference then lasts as long as the page.
    }
  }
  return [value, remember]
}

const storageName = (name: string) => `shishi.${name}`

const read = <T>(name: string, initial: T): T => {
  try {
    const kept = localStorage.getItem(storageName(name))
    return kept === null ? initial : (JSON.parse(kept) as T)
  } catch {
    return initial
  }
}
