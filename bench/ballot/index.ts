import type { Options } from '../kit/options.ts'
import { measureCast } from './cast.ts'
import { measureKills } from './kill/index.ts'
import { measureSignature } from './signature.ts'
import { measureTree } from './tree.ts'
import { measureVerifier } from './verifier.ts'

type Part = { name: string; measure: (options: Options) => Promise<void> }

const parts: Part[] = [
  { name: 'tree', measure: measureTree },
  { name: 'verify', measure: measureVerifier },
  { name: 'cast', measure: measureCast },
  { name: 'kill', measure: measureKills },
]

/** The log, its verifier and the way a ballot takes into it; `--only cast` and the like run one part. */
export const run = async (options: Options): Promise<void> => {
  await measureSignature()
  for (const { name, measure } of parts) if (name.startsWith(options.only)) await measure(options)
}
