import type { Actor } from '#kernel/access/index.ts'
import { draftNotice, findNotice, noticeContentSchema, reviseNotice, saveNotice } from '#kernel/publicity/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { requireOpenStage } from '../../campaign/pool.ts'
import { publicLines } from '../../campaign/public-line.ts'
import { loadFrame } from '../../facts/load.ts'
import { publicityContent, publicityTitle, withNewList } from './content.ts'
import { noticesOfStage, orderedList, type PubliciseRun } from './list.ts'

/**
 * 拟稿: writes the notice from the pool. Where one is being written its list is made anew; where one stands issued a
 * new version begins, which takes its place when it is issued in turn.
 * @throws Problem `stage.closed`, `publicity.empty`, `publicity.in-review`, 422 `names.strokes-unknown`
 */
export const draftPublicity = async (
  tx: Tx,
  actor: Actor,
  run: PubliciseRun,
  strokes: Record<string, string>,
): Promise<number> => {
  requireOpenStage(run)
  const content = await freshContent(tx, run, strokes)
  const { issued, open } = await noticesOfStage(tx, run)
  if (open && open.state !== 'draft')
    throw refuse('publicity.in-review', '公示稿正在审核或待签发，请先退回修改，再按名单重拟。')
  if (!open && !issued) {
    const { plan } = run.campaign
    const { id } = await draftNotice(tx, actor, {
      ...{ module: 'selection', matterId: run.campaign.id, stage: run.key, kind: 'publicity' },
      unitId: run.campaign.unitId,
      title: publicityTitle(plan, run.stage),
      content,
      workdays: run.stage.minWorkdays,
      countPublishDay: plan.calendar.countPublishDay,
    })
    return id
  }
  const standing = open ?? issued!
  const id = open ? open.id : await reviseNotice(tx, actor, (await findNotice(tx, standing.id, true))!)
  await replaceList(tx, actor, id, content)
  return id
}

type Content = ReturnType<typeof publicityContent>

const freshContent = async (tx: Tx, run: PubliciseRun, given: Record<string, string>): Promise<Content> => {
  const { sections, unknown, strokes } = await orderedList(tx, run, given)
  if (sections.length === 0) throw refuse('publicity.empty', '名单是空的，没有可以公示的对象。')
  if (unknown.length > 0)
    throw refuse('names.strokes-unknown', '有的字不在笔画表中，请先填写笔顺，再拟公示稿。', {
      status: 422,
      findings: unknown.map(({ character, advice }) => ({
        path: `strokes.${character}`,
        severity: 'block',
        message: advice,
      })),
    })
  if (Object.keys(given).length > 0)
    await sql`update selection.stage_run
      set record = record || ${JSON.stringify({ strokes })}::jsonb where id = ${run.id}`.execute(tx)
  const { plan } = run.campaign
  const ids = sections.flatMap(({ entries }) => entries.map(({ nominationId }) => nominationId))
  const [lines, { settings }] = [await publicLines(tx, plan, ids), await loadFrame(tx, plan, run.campaign.id)]
  return publicityContent({ plan, stage: run.stage, sections, lines, settings })
}

const replaceList = async (tx: Tx, actor: Actor, id: number, fresh: Content) => {
  const notice = (await findNotice(tx, id, true))!
  const content = noticeContentSchema.parse(withNewList(notice.content, fresh))
  const { title, workdays, contentHash } = notice
  await saveNotice(tx, actor, notice, { title, content, workdays, basedOn: contentHash })
}
