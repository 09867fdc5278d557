import type { Actor } from '#kernel/access/index.ts'
import { hasRole } from '#kernel/access/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { type Honour, honoursOf } from '../../honours/honour.ts'
import { defaultPattern } from '../../honours/number.ts'
import { storyStage } from '../../honours/publish.ts'
import { type CommendRun, winnersInOrder } from '../../honours/register.ts'
import { canRunCampaign, organises } from '../../permissions.ts'
import { storySchema } from '../../shared/story.ts'
import { resultsOf } from './result.ts'
import { ceremonySchema } from './shared/api.ts'

/** The stage as its screen shows it. */
export const presentCommendation = async (db: Db, actor: Actor, run: CommendRun) => {
  const { campaign, stage } = run
  const honours = await honoursOf(db, campaign)
  const { sections, unknown } = await winnersInOrder(db, run)
  const winners = sections.reduce((sum, { entries }) => sum + entries.length, 0)
  const stories = await storyNotices(db, run)
  return {
    title: campaign.plan.title,
    register: stage.register,
    numbering: stage.numbering ?? defaultPattern,
    waiting: winners - honours.length,
    unknown,
    honours: honours.map(honour => presentHonour(honour, campaign.plan.categories, stories.get(honour.id) ?? null)),
    results: await resultsOf(db, run),
    ceremony: ceremonySchema.parse(run.record.ceremony ?? {}),
    items: stage.ceremony.map(({ categories, items }) => ({
      categories: categories === 'all' ? campaign.plan.categories.map(({ key }) => key) : categories,
      items,
    })),
    publicity: stage.publicity,
    slug: campaign.slug,
    today: await businessToday(db),
    permissions: {
      run: canRunCampaign(actor, campaign) && run.runState === 'open',
      revoke: hasRole(actor, 'issuer') && organises(actor, campaign),
    },
  }
}

type StoryNotice = { id: number; state: string; code: string }

const presentHonour = (
  honour: Honour,
  categories: { key: string; name: string }[],
  storyNotice: StoryNotice | null,
) => ({
  id: honour.id,
  number: honour.number,
  category: honour.category ?? '',
  categoryName: categories.find(({ key }) => key === honour.category)?.name ?? honour.title,
  name: honour.name,
  unitName: honour.unitName,
  state: honour.state,
  public: honour.publicNoticeId !== null,
  story: storySchema.parse(honour.story),
  storyNotice,
})

/** The newest version of each winner's story, in one query. */
const storyNotices = async (db: Db, run: CommendRun): Promise<Map<number, StoryNotice>> => {
  const prefix = storyStage(run.key, 0).slice(0, -1)
  const { rows } = await sql<StoryNotice & { stage: string }>`
    select distinct on (stage) stage, id, state, code from publicity.notice
    where module = 'selection' and matter_id = ${run.campaign.id} and kind = 'story' and starts_with(stage, ${prefix})
    order by stage, version desc, id desc`.execute(db)
  return new Map(rows.map(({ stage, ...notice }) => [Number(stage.slice(prefix.length)), notice]))
}
