import type { Actor } from '#kernel/access/index.ts'
import {
  draftNotice,
  findNotice,
  type NoticeContentInput,
  noticeContentSchema,
  noticesOf,
  reviseNotice,
  saveNotice,
} from '#kernel/publicity/index.ts'
import type { Db, Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { publicLines } from '../../campaign/public-line.ts'
import { loadFrame } from '../../facts/load.ts'
import { type Honour, honoursOf } from '../../honours/honour.ts'
import type { CommendRun } from '../../honours/register.ts'
import { receptionOf, withNewList } from '../publicise/content.ts'

/** The list's notices, newest version first. */
export const resultsOf = async (db: Db, run: CommendRun) =>
  (await noticesOf(db, 'selection', run.campaign.id, run.key)).filter(({ kind }) => kind === 'result')

/**
 * 拟稿 of the final list, from the register in its order; a list that stands gets a new version.
 * @throws Problem `result.empty`, `result.in-review`
 */
export const draftResult = async (tx: Tx, actor: Actor, run: CommendRun): Promise<number> => {
  const honours = (await honoursOf(tx, run.campaign)).filter(({ state }) => state === 'valid')
  if (honours.length === 0) throw refuse('result.empty', '还没有登入荣誉名册，请先编号。')
  const fresh = await contentOf(tx, run, honours)
  const all = await resultsOf(tx, run)
  const open = all.find(({ state }) => state === 'draft' || state === 'in-review' || state === 'approved')
  if (open && open.state !== 'draft') throw refuse('result.in-review', '名单正在审核或待签发，请先退回修改。')
  const standing = open ?? all.find(({ state }) => state === 'issued')
  if (!standing) {
    const { plan, unitId, id: matterId } = run.campaign
    const title = `关于公布${plan.title}名单的通告`
    const draft = { module: 'selection', matterId, stage: run.key, unitId, kind: 'result' as const, title }
    return (await draftNotice(tx, actor, { ...draft, content: fresh, workdays: 0 })).id
  }
  const id = open ? open.id : await reviseNotice(tx, actor, (await findNotice(tx, standing.id, true))!)
  const notice = (await findNotice(tx, id, true))!
  const content = noticeContentSchema.parse(withNewList(notice.content, fresh))
  await saveNotice(tx, actor, notice, { title: notice.title, content, workdays: 0, basedOn: notice.contentHash })
  return id
}

const contentOf = async (tx: Tx, run: CommendRun, honours: Honour[]): Promise<NoticeContentInput> => {
  const { plan } = run.campaign
  const { settings } = await loadFrame(tx, plan, run.campaign.id)
  const ids = honours.flatMap(({ nominationId }) => nominationId ?? [])
  const lines = await publicLines(tx, plan, ids)
  const itemOf = ({ nominationId, name, number }: Honour) => {
    const line = lines.get(nominationId!)!
    return {
      key: String(nominationId),
      name,
      unit: line.unit,
      ...(line.post && { post: line.post }),
      note: `编号 ${number}`,
    }
  }
  return {
    intro: `${plan.title}已经完成推荐、审核和审定，经${plan.decider}研究决定，现将名单予以公布。`,
    sections: plan.categories
      .map(({ key, name }) => ({
        heading: name,
        items: honours.filter(({ category }) => category === key).map(itemOf),
      }))
      .filter(({ items }) => items.length > 0),
    objection: receptionOf(plan, settings),
    basis: `${plan.notice.title}${plan.notice.number ? `（${plan.notice.number}）` : ''}`,
  }
}
