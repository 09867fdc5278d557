import { useCallback, useState } from 'react'

export type Keyset = {
  /** Cursor of the page shown; undefined for the first. Goes into the endpoint's query. */
  cursor: string | undefined
  /** Page number, from 1, as the reader has walked. */
  page: number
  next: (cursor: string) => void
  previous: () => void
  /** Back to the first page, after the filter or the order changed. */
  first: () => void
}

/** Walks a keyset-paged list forward by the cursors the server gave, and back by remembering them. */
export const useKeyset = (): Keyset => {
  const [walked, setWalked] = useState<string[]>([])
  return {
    cursor: walked.at(-1),
    page: walked.length + 1,
    next: useCallback((cursor: string) => setWalked(before => [...before, cursor]), []),
    previous: useCallback(() => setWalked(before => before.slice(0, -1)), []),
    first: useCallback(() => setWalked([]), []),
  }
}
