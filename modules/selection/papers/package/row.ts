import type { Actor } from '#kernel/access/index.ts'
import type { PaperFormat } from '#kernel/documents/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { type Campaign, loadCampaign, loadSubmission, type Submission } from '../../load.ts'
import type { PackageKind, PackageView } from '../shared/package-api.ts'

/** What a package is of: settled when it is asked for, so that a run taken up again makes the same. */
export type PackageOptions = {
  format?: PaperFormat
  /** Nominations or honours, in the order of the package. */
  ids?: number[]
  /** The unit's own clerk asked: its drafts stand on its ranking lists. */
  own?: boolean
  /** Which inspection materials go with the nominees: the unit's own as they stand, or those handed in; else none. */
  inspections?: 'own' | 'handedIn'
  /** Shift of what is printed onto stamped sheets, in mm. */
  offset?: { x: number; y: number }
}

export type PackageRow = {
  id: number
  kind: PackageKind
  campaignId: number
  submissionId: number | null
  options: PackageOptions
  state: 'waiting' | 'running' | 'done' | 'failed'
  done: number
  total: number
  remarks: string[]
  name: string
  sha256: string | null
  bytes: number | null
  site: string
  banner: string | null
  postId: number | null
  askedAt: string
  finishedAt: string | null
}

const columns = sql`
  p.id, p.kind, p.campaign_id as "campaignId", p.submission_id as "submissionId", p.options, p.state, p.done, p.total,
  p.remarks, p.name, p.sha256, p.bytes, p.site, p.banner, p.post_id as "postId", p.asked_at as "askedAt",
  p.finished_at as "finishedAt"`

export const findPackage = async (db: Db, id: number): Promise<PackageRow | undefined> => {
  const { rows } = await sql<PackageRow>`select ${columns} from papers.package p where p.id = ${id}`.execute(db)
  return rows[0]
}

/** A package with what it is of, for whoever asks for it. */
export type LoadedPackage = PackageRow & { campaign: Campaign; submission: Submission | null }

export const loadPackage = async (db: Db, id: number): Promise<LoadedPackage | undefined> => {
  const row = await findPackage(db, id)
  const campaign = row && (await loadCampaign(db, row.campaignId))
  const submission = row?.submissionId ? await loadSubmission(db, row.submissionId) : null
  return row && campaign && { ...row, campaign, submission: submission ?? null }
}

/** Packages that this post asked for, the newest first. */
export const packagesOf = async (
  db: Db,
  actor: Actor,
  of: { campaignId: number; submissionId?: number },
): Promise<PackageRow[]> => {
  const { rows } = await sql<PackageRow>`
    select ${columns} from papers.package p
    where p.campaign_id = ${of.campaignId} and p.submission_id is not distinct from ${of.submissionId ?? null}
      and p.post_id = ${actor.postId} order by p.id desc limit 20`.execute(db)
  return rows
}

export const presentPackage = ({
  sha256,
  id,
  kind,
  name,
  state,
  done,
  total,
  remarks,
  bytes,
  askedAt,
}: PackageRow): PackageView => ({
  ...{ id, kind, name, state, done, total, remarks, bytes, askedAt },
  available: sha256 !== null,
})
