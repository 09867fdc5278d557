import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { type Document, officialDocument, paragraph } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { recordedRounds } from '../../stages/decide/rounds.ts'
import type { DecideRun } from '../../stages/decide/scores.ts'
import type { MeetingPapers } from './document.ts'

type Printing = { today: string; banner: string | undefined }

/** 部长办公会纪要, 领导小组会议纪要. */
const markOf = (body: string) => (/(?:会议|办公会)$/u.test(body) ? '纪要' : '会议纪要')

/**
 * 纪要 of the last meeting on record: what was resolved, the names that it was about, who was there. Its number is left
 * to the office.
 * @throws Problem 404 `paper.none` where no meeting is on record
 */
export const minutesOf = async (
  db: Db,
  run: DecideRun,
  papers: MeetingPapers,
  { banner }: Printing,
): Promise<Document> => {
  const held = [...(await recordedRounds(db, run.id)).values()].findLast(({ form }) => form === 'meeting')
  if (!held) throw refuse('paper.none', '还没有登记会议结论，登记后再印纪要。', { status: 404 })
  const { title } = run.campaign.plan
  const names = papers.sections.flatMap(section => [
    paragraph(`${section.name}（${section.names.length}个）`, { style: 'heading1', indent: 2, keepWithNext: true }),
    ...section.names.map(({ name, unit, post }) =>
      paragraph([name, unit, post].filter(Boolean).join('，'), { indent: 2 }),
    ),
  ])
  const plain = (text: string) => ({ level: 0 as const, text })
  return officialDocument({
    format: 'minutes',
    letterhead: { offices: [held.body], suffix: markOf(held.body) },
    title: `研究审定${title}名单`,
    body: [
      plain(`${chineseDate(held.heldOn)}，${held.body}研究审定${title}名单。议定事项纪要如下：`),
      ...held.resolution.split('\n').map(plain),
    ],
    attendance: [{ label: '出席', names: held.attendees.replace(/\s*\n\s*/gu, '、') }],
    annexes: [{ name: `${title}审定名单`, blocks: names }],
    signature: { offices: [held.body], date: held.heldOn, sealed: false },
    ...(banner && { banner }),
  })
}
