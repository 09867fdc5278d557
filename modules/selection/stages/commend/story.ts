import type { Actor } from '#kernel/access/index.ts'
import { type Answers, fieldsOf } from '#kernel/forms/shared/index.ts'
import {
  draftNotice,
  findNotice,
  type NoticeContentInput,
  noticeContentSchema,
  noticesOf,
  reviseNotice,
  saveNotice,
} from '#kernel/publicity/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { loadFrame } from '../../facts/load.ts'
import type { LoadedHonour } from '../../honours/honour.ts'
import { storyStage } from '../../honours/publish.ts'
import { formOf } from '../../plan/lookup.ts'
import { mainStages } from '../../shared/index.ts'
import { type Story, storySchema } from '../../shared/story.ts'
import { receptionOf } from '../publicise/content.ts'

/**
 * 拟稿 of a winner's story page. There is none without the winner's consent; what the form marks as sensitive (ID
 * number, telephone, address) may not stand in it, and a picture with faces only where that was agreed to as well.
 * @throws Problem 422 `story.no-consent`, `story.empty`, `story.private`, `story.faces`; `story.in-review`
 */
export const draftStory = async (tx: Tx, actor: Actor, honour: LoadedHonour): Promise<number> => {
  const story = storySchema.parse(honour.story)
  await requirePublishable(tx, honour, story)
  const { campaign } = honour
  const stage = storyStage(mainStages(campaign.plan).find(({ kind }) => kind === 'commend')!.key, honour.id)
  const content = await contentOf(tx, honour, story)
  const title = `${honour.name}：${honour.title}`
  const all = (await noticesOf(tx, 'selection', campaign.id, stage)).filter(({ state }) => state !== 'withdrawn')
  const open = all.find(({ state }) => state === 'draft' || state === 'in-review' || state === 'approved')
  if (open && open.state !== 'draft') throw refuse('story.in-review', '事迹正在审核或待签发，请先退回修改。')
  const standing = open ?? all.find(({ state }) => state === 'issued')
  const id = standing
    ? await rewrite(tx, actor, { id: standing.id, issued: !open }, { title, content })
    : (
        await draftNotice(tx, actor, {
          ...{ module: 'selection', matterId: campaign.id, stage, unitId: campaign.unitId, kind: 'story', title },
          ...{ content, workdays: 0 },
        })
      ).id
  const drafted = { noticeId: id, photo: story.photo }
  await sql`update selection.honour set story = story || ${JSON.stringify({ drafted })}::jsonb
    where id = ${honour.id}`.execute(tx)
  return id
}

type Standing = { id: number; issued: boolean }

const rewrite = async (
  tx: Tx,
  actor: Actor,
  standing: Standing,
  { title, content }: { title: string; content: NoticeContentInput },
) => {
  const id = standing.issued ? await reviseNotice(tx, actor, (await findNotice(tx, standing.id, true))!) : standing.id
  const notice = (await findNotice(tx, id, true))!
  const parsed = noticeContentSchema.parse(content)
  await saveNotice(tx, actor, notice, { title, content: parsed, workdays: 0, basedOn: notice.contentHash })
  return id
}

const requirePublishable = async (tx: Tx, honour: LoadedHonour, story: Story) => {
  const { consent } = story
  if (!consent?.given || consent.evidence.length === 0)
    throw refuse('story.no-consent', '没有本人同意公开事迹的书面材料，不能拟事迹页。', { status: 422 })
  if (story.photo && !consent.faces)
    throw refuse('story.faces', '本人没有同意公开面部照片，请先去掉照片，或补充同意。', { status: 422 })
  if (!story.text && !story.citation) throw refuse('story.empty', '请先写颁奖词或事迹。', { status: 422 })
  const label = await privateIn(
    tx,
    honour,
    [story.text, story.citation, ...story.comments.map(c => c.words)].join('\n'),
  )
  if (label)
    throw refuse('story.private', `事迹中出现了推荐表“${label}”一栏的内容，不得公开，请删去。`, {
      status: 422,
      findings: [{ path: 'text', severity: 'block', message: `不得公开“${label}”` }],
    })
}

/** The label of a sensitive field whose answer stands in the text, if one does. */
const privateIn = async (tx: Tx, honour: LoadedHonour, text: string): Promise<string | undefined> => {
  const { rows } = await sql<{ answers: Answers }>`
    select answers from selection.nomination where id = ${honour.nominationId}`.execute(tx)
  const form = formOf(honour.campaign.plan, honour.category!)
  return fieldsOf(form).find(field => {
    const value = field.sensitive && rows[0]?.answers[field.key]
    return typeof value === 'string' && [...value.trim()].length >= 6 && text.includes(value.trim())
  })?.label
}

const contentOf = async (tx: Tx, honour: LoadedHonour, story: Story): Promise<NoticeContentInput> => {
  const { plan } = honour.campaign
  const { settings } = await loadFrame(tx, plan, honour.campaign.id)
  const words = story.comments.map(({ words: said, from }) => `“${said}”${from ? `——${from}` : ''}`).join('\n')
  const parts: [string, string][] = [
    ['颁奖词', story.citation],
    ['事迹', story.text],
    ['百姓评语', words],
  ]
  return {
    intro: [
      `${honour.unitName}　${honour.name}`,
      `${honour.year}年“${honour.title}”，编号 ${honour.number}`,
      story.photo ? '公开内容（含照片）已征得本人同意。' : '公开内容已征得本人同意。',
    ].join('\n'),
    sections: parts.filter(([, text]) => text !== '').map(([heading, text]) => ({ heading, text, items: [] })),
    objection: receptionOf(plan, settings),
  }
}
