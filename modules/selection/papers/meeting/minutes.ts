import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { type Document, officialDocument, paragraph } from '#kernel/documents/index.ts'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { recordedRounds } from '../../stages/decide/rounds.ts'
import type { DecideRun } from '../../stages/decide/scores.ts'
import type { RecordedRound } from '../../stages/decide/shared/api.ts'
import type { MeetingPapers } from './document.ts'

type Printing = { today: string; banner: string | undefined }

/** 部长办公会纪要, 领导小组会议纪要. */
const markOf = (body: string) => (/(?:会议|办公会)$/u.test(body) ? '纪要' : '会议纪要')

/** 出席, 请假, 列席 in the order of GB/T 9704-2012, 10.3; a line only for whom there are. */
const attendanceOf = ({ attendees, absent, observers }: RecordedRound) =>
  Object.entries({ 出席: attendees, 请假: absent, 列席: observers }).flatMap(([label, people]) => {
    const names = people.trim().replace(/\s*\n\s*/gu, '、')
    return names ? [{ label, names }] : []
  })

/**
 * 纪要 of the last meeting on record: what was resolved, the names that it was about, who was there. Its number
 * (期号) is the office's own, and stands where it was given.
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
    ...(held.minutesNumber && { number: held.minutesNumber }),
    attendance: attendanceOf(held),
    annexes: [{ name: `${title}审定名单`, blocks: names }],
    signature: { offices: [held.body], date: held.heldOn, sealed: false },
    ...(banner && { banner }),
  })
}
