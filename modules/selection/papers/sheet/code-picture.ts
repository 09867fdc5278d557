import { type FootCode, footCode } from '#kernel/documents/index.ts'

/** A code as people read it out: groups of five. */
export const spokenCode = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-')

/** What stands at the foot of each printed page: the way to the public check, and the code for who types it. */
export const footCodeOf = (code: string, link: (path: string) => string): Promise<FootCode> =>
  footCode(link(`/papers/${code}`), `核对码 ${spokenCode(code)}`)
