import type { Actor } from '#kernel/access/index.ts'
import {
  draftNotice,
  findNotice,
  itemsOf,
  listenToPublicity,
  type NoticeContentInput,
  type NoticeRow,
  noticeContentSchema,
  noticesOf,
  reviseNotice,
  saveNotice,
} from '#kernel/publicity/index.ts'
import type { Db, Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type Election, findElection } from '../election/load.ts'
import { latestHead } from '../log/queries.ts'
import { siteAddress } from '../origin.ts'
import { announcementOf, type FrozenElection } from './content.ts'
import { type PublishedElection, resultAnnouncementOf, rootOf } from './result-content.ts'

const module = 'ballot'
/** 投票公告 while the vote is open, 结果公告 once its result is public. */
const titles = { announcement: '投票公告', result: '结果公告' }
export type Stage = keyof typeof titles

/** The notices of a vote, newest version first. */
export const announcementsOf = (db: Db, electionId: number, stage?: Stage) => noticesOf(db, module, electionId, stage)

/** The one that the public reads. */
export const issuedAnnouncement = async (db: Db, electionId: number, stage: Stage = 'announcement') =>
  (await announcementsOf(db, electionId, stage)).find(({ state }) => state === 'issued')

/**
 * 拟稿 of the notice that the vote's state asks for, from what is frozen or published; a draft is drawn up anew, one
 * that stands gets a new version. Checking and issuing are the notice's own steps, by two more people.
 * @throws Problem `ballot.not-frozen`, `ballot.announcement-in-review`
 */
export const draftAnnouncement = async (tx: Tx, actor: Actor, election: Election): Promise<number> => {
  const stage = stageOf(election)
  const { content } = await drawUp(tx, election, stage)
  const title = `${election.rules.title}${titles[stage]}`
  const all = await announcementsOf(tx, election.id, stage)
  const open = all.find(({ state }) => state === 'draft' || state === 'in-review' || state === 'approved')
  if (open && open.state !== 'draft')
    throw refuse('ballot.announcement-in-review', `${titles[stage]}正在审核或待签发，请先退回修改。`)
  const standing = open ?? all.find(({ state }) => state === 'issued')
  if (!standing) {
    const of = { module, matterId: election.id, stage, unitId: election.unitId, kind: 'announcement' as const }
    return (await draftNotice(tx, actor, { ...of, title, content, workdays: 0 })).id
  }
  const id = open ? open.id : await reviseNotice(tx, actor, (await findNotice(tx, standing.id, true))!)
  const notice = (await findNotice(tx, id, true))!
  const save = { title, content: noticeContentSchema.parse(content), workdays: 0, basedOn: notice.contentHash }
  await saveNotice(tx, actor, notice, save)
  return id
}

const stageOf = ({ state, ended }: Election): Stage => {
  if (state === 'published') return 'result'
  if (state === 'draft') throw refuse('ballot.not-frozen', '规则和候选名单冻结以后才能拟投票公告。')
  if (state !== 'open' || ended)
    throw refuse('ballot.not-frozen', '投票已经截止，不再拟投票公告；结果公布以后可以拟结果公告。')
  return 'announcement'
}

/** What a notice says, and what it may not be issued without: the fingerprint, or the root of the final head. */
type DrawnUp = { content: NoticeContentInput; mark: string; missing: string }

const drawUp = async (db: Db, election: Election, stage: Stage): Promise<DrawnUp> => {
  if (stage === 'announcement') {
    const content = announcementOf(election as FrozenElection, siteAddress())
    return { content, mark: election.fingerprint!, missing: '规则指纹与冻结的不一致' }
  }
  const { note } = (await latestHead(db, election.id))!
  const content = resultAnnouncementOf(election as PublishedElection, note)
  return { content, mark: rootOf(note), missing: '最后的树头与记录的不一致' }
}

/** What was edited on the way may differ from what is frozen or published in neither the mark nor the list. */
const requireAsFrozen = async (tx: Tx, { matterId, stage, content }: NoticeRow): Promise<void> => {
  const { content: drawn, mark, missing } = await drawUp(tx, (await findElection(tx, matterId))!, stage as Stage)
  const texts = content.sections.map(section => section.text ?? '')
  if (!texts.join('').replace(/\s/g, '').includes(mark)) throw differs(missing)
  const listed = (of: NoticeRow['content']) =>
    itemsOf(of).map(({ key, name, unit, note }) => [key, name, unit, stage === 'result' ? note : ''].join('\n'))
  if (listed(content).join('\n\n') !== listed(noticeContentSchema.parse(drawn)).join('\n\n'))
    throw differs(stage === 'result' ? '名单或票数与公布的不一致' : '候选名单与冻结的不一致')
}

const differs = (what: string) =>
  refuse('ballot.announcement', `公告里的${what}，不能签发。请退回，由经办人在评议页面上重新拟稿。`)

listenToPublicity(module, { onIssued: requireAsFrozen })
