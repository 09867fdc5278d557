import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { keepFiles } from '#kernel/files/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type Campaign, loadCampaign } from '../load.ts'
import type { HonourState } from '../shared/honour-states.ts'
import type { Story, StoryRecord } from '../shared/story.ts'
import { storySource } from './source.ts'

export type Honour = {
  id: number
  register: string
  number: string
  seq: number
  category: string | null
  title: string
  year: number
  subject: string
  name: string
  unitName: string
  state: HonourState
  story: StoryRecord
  publicNoticeId: number | null
  grantedOn: string
  campaignId: number | null
  nominationId: number | null
}

export const honourColumns = sql`
  h.id, h.register, h.number, h.seq, h.category, h.title, h.year, h.subject, h.name, h.unit_name as "unitName",
  h.state, h.story, h.public_notice_id as "publicNoticeId", h.granted_on as "grantedOn",
  h.campaign_id as "campaignId", h.nomination_id as "nominationId"`

/** The register's entries of a campaign, in official order within each category. */
export const honoursOf = async (db: Db, campaign: Pick<Campaign, 'id' | 'plan'>): Promise<Honour[]> => {
  const order = campaign.plan.categories.map(({ key }) => key)
  const { rows } = await sql<Honour>`
    select ${honourColumns} from selection.honour h where h.campaign_id = ${campaign.id}
    order by array_position(${order}::text[], h.category), h.seq, h.id`.execute(db)
  return rows
}

export type LoadedHonour = Honour & { campaign: Campaign }

/** One entry with its campaign; locked inside a transaction. Imported ones have no campaign and are not found here. */
export const loadHonour = async (db: Db, id: number): Promise<LoadedHonour | undefined> => {
  const { rows } = await sql<Honour>`
    select ${honourColumns} from selection.honour h where h.id = ${id}
    ${db.isTransaction ? sql`for update` : sql``}`.execute(db)
  const honour = rows[0]
  const campaign = honour?.campaignId ? await loadCampaign(db, honour.campaignId) : undefined
  return honour && campaign && { ...honour, campaign }
}

/**
 * Saves what is written of a winner. The picture and the consent of a story in public stand until it is taken back.
 * @throws Problem `story.public`, 422 `consent.no-evidence`
 */
export const saveStory = async (tx: Tx, actor: Actor, honour: LoadedHonour, story: Story): Promise<void> => {
  if (story.consent?.given && story.consent.evidence.length === 0)
    throw refuse('consent.no-evidence', '请上传本人签字的同意书，再保存。', {
      status: 422,
      findings: [{ path: 'consent.evidence', severity: 'block', message: '请上传本人签字的同意书' }],
    })
  if (honour.story.published && story.photo !== honour.story.published.photo)
    throw refuse('story.public', '事迹已公开，换照片须先撤回，再重新送审。')
  const { photo } = await storySource(tx, honour)
  const uploaded = story.photo && story.photo !== photo?.key ? [story.photo] : []
  const held = [honour.story.photo, ...(honour.story.consent?.evidence ?? [])]
  const fresh = [...uploaded, ...(story.consent?.evidence ?? [])].filter(key => !held.includes(key))
  await keepFiles(tx, actor, fresh, 'honour')
  await sql`update selection.honour set story = story || ${JSON.stringify(story)}::jsonb where id = ${honour.id}`.execute(
    tx,
  )
  const consent = story.consent ? { given: story.consent.given, faces: story.consent.faces } : null
  await recordHonour(tx, actor, 'story', honour, { consent })
}

export const recordHonour = (
  tx: Tx,
  actor: Actor,
  act: string,
  honour: Pick<Honour, 'id' | 'number'>,
  detail: Record<string, unknown>,
) =>
  record(tx, actor, {
    action: `selection.honour.${act}`,
    subjectKind: 'honour',
    subjectId: honour.id,
    detail: { number: honour.number, ...detail },
  })
