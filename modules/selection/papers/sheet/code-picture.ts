import { type FootCode, footCode, spokenCode } from '#kernel/documents/index.ts'

/** What stands at the foot of each printed page: the way to the public check, and the code for who types it. */
export const footCodeOf = (code: string, link: (path: string) => string): Promise<FootCode> =>
  footCode(link(`/papers/${code}`), `核对码 ${spokenCode(code)}`)
