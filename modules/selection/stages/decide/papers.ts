import { chineseDate, chineseSpan } from '#kernel/calendar/index.ts'
import { businessToday, type Db, sql } from '#platform/db/index.ts'
import { givenStrokes, inOfficialOrder, orderWords } from '../../campaign/official-order.ts'
import { poolOf } from '../../campaign/pool.ts'
import { publicLines } from '../../campaign/public-line.ts'
import { listOrderOf } from '../../honours/register.ts'
import { briefOf, type Written } from '../../nomination/deeds.ts'
import { mainStages, type Plan } from '../../shared/index.ts'
import { innerTitle } from '../publicise/content.ts'
import { type DecideRun, standingOf } from './scores.ts'
import type { PaperName } from './shared/api.ts'
import { objectionsByName, publicityOf, vettingByDepartment, vettingByName } from './state-of-checks.ts'
import { awardWarnings, tiesOf } from './totals.ts'

/** The papers of a meeting, put together from what stands in the records at this moment. */
export const papersOf = async (db: Db, run: DecideRun) => {
  const { plan, id: campaignId } = run.campaign
  const pool = (await poolOf(db, run.id)).filter(({ outcome }) => outcome !== 'out')
  const ids = pool.map(({ nominationId }) => nominationId)
  const order = listOrderOf(plan)
  const { sections } = await inOfficialOrder(plan, pool, order, await givenStrokes(db, campaignId))
  const [{ scores, votes }, lines, briefs] = [
    await standingOf(db, run),
    await publicLines(db, plan, ids),
    await briefsOf(db, plan, ids),
  ]
  const [vetting, objections] = [await vettingByName(db, campaignId, ids), await objectionsByName(db, campaignId)]
  const ties = tiesOf(plan, pool, scores)
  const tied = new Set(ties.flatMap(({ names }) => names))
  const notices = await publicityOf(db, campaignId)
  const names = sections.map(({ category, entries }) => ({
    name: category.name,
    awards: category.awards,
    names: entries.map(({ nominationId, rank }, n): PaperName => {
      const line = lines.get(nominationId)!
      return {
        ...{ nominationId, no: n + 1, rank, name: line.name, unit: line.unit, post: line.post },
        recommender: line.recommender,
        score: scores.has(nominationId) ? String(scores.get(nominationId)) : '',
        votes: votes.get(nominationId) ?? null,
        tied: tied.has(line.name),
        vetting: vetting.get(nominationId) ?? '',
        objections: objections.get(nominationId) ?? '无',
        brief: briefs.get(nominationId) ?? '',
      }
    }),
  }))
  return {
    request: await requestOf(db, run, names),
    orderWords: orderWords[order],
    sections: names,
    hasScores: scores.size > 0,
    hasVotes: names.some(section => section.names.some(({ votes }) => votes !== null)),
    departments: await vettingByDepartment(db, run.campaign),
    notices: notices.map(({ publishedOn, lastDay, ...notice }) => ({
      ...notice,
      days: lastDay ? chineseSpan(publishedOn, lastDay) : chineseDate(publishedOn),
    })),
    warnings: await awardWarnings(db, run, pool),
    ties,
  }
}

type Counted = { name: string; names: unknown[] }[]

/** 请示 as a draft: why, how it was done, what is asked (GB/T 9704 leaves the red head to the office's template). */
const requestOf = async (db: Db, run: DecideRun, sections: Counted) => {
  const { plan } = run.campaign
  const stages = mainStages(plan)
  const done = stages
    .slice(
      0,
      stages.findIndex(({ key }) => key === run.key),
    )
    .map(({ title }) => title)
  const counts = sections.map(({ name, names }) => `${name}${names.length}个`).join('、')
  const rounds = run.stage.rounds
  return {
    title: `关于审定${plan.title}名单的请示`,
    to: rounds[0]?.body ?? plan.decider,
    paragraphs: [
      `根据《${innerTitle(plan.notice.title)}》${plan.notice.number ? `（${plan.notice.number}）` : ''}要求，${plan.organiser.name}组织开展了${plan.title}。现将有关情况和建议名单报告如下。`,
      `一、工作情况。本次推选经${done.join('、')}，各环节均已完成，情况见附件。`,
      `二、建议名单。建议${counts}，名单附后。`,
      '三、需要说明的情况。征求意见、公示和异议处理情况见附件；得分相同的，已在名单中标明，请研究确定。',
      '妥否，请批示。',
    ],
    from: [plan.organiser.name, plan.organiser.office].filter(Boolean).join(''),
    date: chineseDate(await businessToday(db)),
  }
}

type Deeds = Written & { id: number }
const PAGE_OF_WORDS = 900

/** One page of deeds a name: the short deeds of the form, or else the beginning of the longest text. */
const briefsOf = async (db: Db, plan: Plan, ids: number[]): Promise<Map<number, string>> => {
  const { rows } = await sql<Deeds>`
    select id, category, answers, articles from selection.nomination where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, briefOf(plan, row, PAGE_OF_WORDS)]))
}
