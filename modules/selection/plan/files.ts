import { strToU8, zipSync } from 'fflate'
import type { PlanSources } from '../shared/index.ts'

/** A plan's files as they were written, in one ZIP. */
export const zipped = (sources: PlanSources): Uint8Array<ArrayBuffer> => {
  const files = Object.entries(sources).map(([name, text]) => [name, strToU8(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 6 }))
}

/** An answer that is saved as a file; the name is a plan's id, plain ASCII. */
export const download = (body: string | Uint8Array<ArrayBuffer>, name: string, type: string): Response =>
  new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
