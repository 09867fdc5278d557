import type { Choices, Receipt } from '../../shared/record.ts'

export type Credential = { group: string; serial: string; credential: string }
/** Made before anything is asked for, so that an interruption costs nothing: the same request can be sent again. */
export type Request = { group: string; serial: string; blinded: string; inverse: string }
export type Ballot = { counter: number; salt: string; choices: Choices }

/** What this browser keeps of one election. Nobody else has it. */
export type Kept = {
  request?: Request | undefined
  credential?: Credential | undefined
  /** What is chosen at present, before the cast. */
  choices?: Choices | undefined
  /** Sent and not answered; it is sent again as it is. */
  pending?: Ballot | undefined
  receipts: Receipt[]
}

/** @param fingerprint another election of the same name has another place */
export const openStore = (fingerprint: string) => {
  const key = `ballot:${fingerprint}`
  const read = (): Kept => {
    try {
      return { receipts: [], ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Kept>) }
    } catch {
      return { receipts: [] }
    }
  }
  /** @throws Error where the browser keeps nothing; then nothing must be asked for */
  const write = (kept: Kept): void => {
    const text = JSON.stringify(kept)
    localStorage.setItem(key, text)
    if (localStorage.getItem(key) !== text)
      throw new Error('这个浏览器存不住选票凭证，请换一个浏览器，不要用无痕窗口。')
  }
  return {
    read,
    change: (change: Partial<Kept>): Kept => {
      const kept = { ...read(), ...change }
      write(kept)
      return kept
    },
    /** Whether what is written here can be read back. */
    works: (): boolean => {
      try {
        write(read())
        return true
      } catch {
        return false
      }
    },
  }
}
export type Store = ReturnType<typeof openStore>

/** The admission lasts half an hour and only for comments and the credential: for this window alone. */
export type Admission = { token: string; group: string }

export const tokenStore = (fingerprint: string) => {
  const key = `ballot-token:${fingerprint}`
  const attempt = <T>(use: () => T): T | null => {
    try {
      return use()
    } catch {
      return null
    }
  }
  return {
    read: () => attempt(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Admission | null),
    write: (admission: Admission) => attempt(() => sessionStorage.setItem(key, JSON.stringify(admission))),
  }
}
