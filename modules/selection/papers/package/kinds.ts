import type { Db } from '#platform/db/index.ts'
import type { PackageKind } from '../shared/package-api.ts'
import { archiveFiles } from './archive.ts'
import { certificateFiles } from './certificates.ts'
import { nomineeFiles } from './nominee-files.ts'
import { overprintFiles } from './overprint.ts'
import { pressFiles } from './press.ts'
import type { PackageRow } from './row.ts'

/** One file of a package; `make` is called once, unless the process died before it was kept. */
export type Part = { key: string; path: string; make: () => Promise<Uint8Array> }
/** `remarks`: what was left out and why, in words for whoever opens the package. */
export type Content = { parts: Part[]; remarks: string[] }

type Maker = (db: Db, work: PackageRow) => Promise<Content>

const makers: Record<PackageKind, Maker> = {
  unit: nomineeFiles,
  campaign: nomineeFiles,
  certificates: certificateFiles,
  press: pressFiles,
  overprint: overprintFiles,
  archive: archiveFiles,
}

export const contentsOf = (db: Db, work: PackageRow): Promise<Content> => makers[work.kind](db, work)
