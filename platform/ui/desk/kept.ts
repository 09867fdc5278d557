/** What was typed, kept in this browser until the server has acknowledged it. */
export type Kept<T> = { value: T; revision: Revision; at: string }

/** What a stored version is known by: its number, or the checksum of its content. */
export type Revision = number | string

const nameOf = (key: string) => `shishi.draft.${key}`

/** Where it is kept; a test gives its own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const shelf = (): Shelf | undefined => {
  try {
    return window.localStorage
  } catch {
    return undefined
  }
}

/** Keeps a draft; where storage is full or switched off the page itself still holds it. */
export const keep = <T>(key: string, kept: Kept<T>, on: Shelf | undefined = shelf()): void => {
  try {
    on?.setItem(nameOf(key), JSON.stringify(kept))
  } catch {
    // Full or forbidden: the typed text stays on the page.
  }
}

/** @returns what was kept and never acknowledged, or undefined */
export const recall = <T>(key: string, on: Shelf | undefined = shelf()): Kept<T> | undefined => {
  try {
    const text = on?.getItem(nameOf(key))
    const kept = text ? (JSON.parse(text) as Partial<Kept<T>>) : undefined
    return kept?.revision !== undefined && kept.value !== undefined ? (kept as Kept<T>) : undefined
  } catch {
    return undefined
  }
}

export const forget = (key: string, on: Shelf | undefined = shelf()): void => {
  try {
    on?.removeItem(nameOf(key))
  } catch {
    // Nothing was kept.
  }
}
