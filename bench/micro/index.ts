import { benchServer } from '../kit/database.ts'
import type { Options } from '../kit/options.ts'
import { note } from '../kit/result.ts'
import { chained } from './chained.ts'
import { lists } from './lists.ts'
import { nearDuplicates } from './near.ts'

/** A part gets a migrated, empty database of its own. */
type Part = (databaseUrl: string, options: Options, fresh: () => Promise<string>) => Promise<void>

const parts: Record<string, Part> = { lists, near: nearDuplicates, chained }

/** Micro-projects: each part on a database of its own; `--only near` runs one. */
export const run = async (options: Options): Promise<void> => {
  const server = await benchServer()
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (!name.startsWith(options.only)) continue
      note(`micro：${name}`)
      await part(await server.fresh(), options, server.fresh)
    }
  } finally {
    await server.stop()
  }
}
