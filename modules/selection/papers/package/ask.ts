import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { enqueue } from '#kernel/jobs/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { bannerOf } from '../banner.ts'
import type { PackageKind } from '../shared/package-api.ts'
import { makePackage } from './job.ts'
import type { PackageOptions } from './row.ts'

type Asked = {
  kind: PackageKind
  campaignId: number
  submissionId?: number
  options: PackageOptions
  /** File name without extension. */
  name: string
  site: string
}

/** Asks for a package: a job makes it after the commit. Who asked for how much is recorded. */
export const askPackage = async (tx: Tx, actor: Actor, asked: Asked): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into papers.package (kind, campaign_id, submission_id, options, name, site, banner, asked_by, post_id,
      asked_at)
    values (${asked.kind}, ${asked.campaignId}, ${asked.submissionId ?? null}, ${JSON.stringify(asked.options)}::jsonb,
      ${asked.name}, ${asked.site}, ${(await bannerOf(tx)) ?? null}, ${actor.accountId}, ${actor.postId}, app.now())
    returning id`.execute(tx)
  const { id } = rows[0]!
  await enqueue(tx, makePackage, { id })
  await record(tx, actor, {
    action: 'selection.package.ask',
    subjectKind: 'campaign',
    subjectId: asked.campaignId,
    detail: { package: id, kind: asked.kind, of: asked.options.ids?.length ?? null },
  })
  return id
}
