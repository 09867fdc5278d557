import type { Actor } from '#kernel/access/index.ts'
import {
  draftNotice,
  findNotice,
  itemsOf,
  listenToPublicity,
  type NoticeRow,
  noticeContentSchema,
  noticesOf,
  reviseNotice,
  saveNotice,
} from '#kernel/publicity/index.ts'
import type { Db, Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type Election, findElection } from '../election/load.ts'
import { siteAddress } from '../origin.ts'
import { announcementOf, type FrozenElection, itemOf } from './content.ts'

const module = 'ballot'
const stage = 'announcement'

/** The announcements of a vote, newest version first. */
export const announcementsOf = (db: Db, electionId: number) => noticesOf(db, module, electionId, stage)

/** The one that the public reads. */
export const issuedAnnouncement = async (db: Db, electionId: number) =>
  (await announcementsOf(db, electionId)).find(({ state }) => state === 'issued')

/**
 * 拟稿 of the notice of the vote, from its frozen rules; a draft is drawn up anew, one that stands gets a new version.
 * Checking and issuing are the notice's own steps, by two more people.
 * @throws Problem `ballot.not-frozen`, `ballot.announcement-in-review`
 */
export const draftAnnouncement = async (tx: Tx, actor: Actor, election: Election): Promise<number> => {
  requireFrozen(election)
  const content = announcementOf(election, siteAddress())
  const title = `${election.rules.title}投票公告`
  const all = await announcementsOf(tx, election.id)
  const open = all.find(({ state }) => state === 'draft' || state === 'in-review' || state === 'approved')
  if (open && open.state !== 'draft')
    throw refuse('ballot.announcement-in-review', '投票公告正在审核或待签发，请先退回修改。')
  const standing = open ?? all.find(({ state }) => state === 'issued')
  if (!standing) {
    const of = { module, matterId: election.id, stage, unitId: election.unitId, kind: 'announcement' as const }
    return (await draftNotice(tx, actor, { ...of, title, content, workdays: 0 })).id
  }
  const id = open ? open.id : await reviseNotice(tx, actor, (await findNotice(tx, standing.id, true))!)
  const { contentHash: basedOn } = (await findNotice(tx, id, true))!
  const save = { title, content: noticeContentSchema.parse(content), workdays: 0, basedOn }
  await saveNotice(tx, actor, (await findNotice(tx, id, true))!, save)
  return id
}

function requireFrozen(election: Election): asserts election is FrozenElection {
  if (election.state === 'draft') throw refuse('ballot.not-frozen', '规则和候选名单冻结以后才能拟投票公告。')
  if (election.state !== 'open' || election.ended) throw refuse('ballot.not-frozen', '投票已经截止，不再拟投票公告。')
}

/** What was edited on the way may not differ from what is frozen: neither the fingerprint nor whom one can choose. */
const requireAsFrozen = async (tx: Tx, { matterId, content }: NoticeRow): Promise<void> => {
  const election = await findElection(tx, matterId)
  const text = content.sections
    .map(section => section.text ?? '')
    .join('')
    .replace(/\s/g, '')
  if (!election?.fingerprint || !text.includes(election.fingerprint)) throw differs('公告里的规则指纹与冻结的不一致')
  const listed = (items: { key: string; name: string; unit: string }[]) =>
    items.map(({ key, name, unit }) => [key, name, unit].join('\n')).join('\n\n')
  const frozen = election.rules.categories.flatMap(({ candidates }) => candidates.map(itemOf))
  if (listed(itemsOf(content)) !== listed(frozen)) throw differs('公告里的候选名单与冻结的不一致')
}

const differs = (what: string) =>
  refuse('ballot.announcement', `${what}，不能签发。请退回，由经办人在评议页面上重新拟稿。`)

listenToPublicity(module, { onIssued: requireAsFrozen })
