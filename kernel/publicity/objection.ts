import { record, type Who } from '#kernel/audit/index.ts'
import { keepFiles, type Uploader } from '#kernel/files/index.ts'
import { notify, postsWithRole } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { listenerOf, type ObjectionEvent } from './events.ts'
import { randomCode } from './freeze.ts'
import { findNotice, type NoticeRow } from './notice-row.ts'
import type { ObjectionRecord } from './objection-row.ts'
import { itemsOf } from './shared/content.ts'
import type { NewObjection } from './shared/objection-api.ts'
import { type ObjectionChannel, type ObjectionOutcome, toldOfPoints } from './shared/states.ts'

/** The public, handing in the form: nothing about the sender stands in the record. */
const thePublic: Who = { id: 'public', name: '公众' }

export type Received = NewObjection & {
  channel: ObjectionChannel
  /** Keys of uploaded files. */
  evidence: string[]
  uploader: Uploader
  /** The clerk who enters it for someone (代录); none for the public form. */
  enteredBy?: Who & { accountId: number | null }
}

/**
 * Takes an objection to an issued notice. The record says that one came and about which name; who sent it and the
 * words stand in its row alone.
 * @returns the receipt (12 digits in three groups)
 * @throws Problem `objection.closed`, 422 `objection.item`
 */
export const receiveObjection = async (
  tx: Tx,
  notice: NoticeRow,
  received: Received,
): Promise<ObjectionEvent & { receipt: string }> => {
  requireOpenTo(notice, received)
  const evidence = await keepFiles(tx, received.uploader, received.evidence, 'objection')
  const receipt = randomCode(12).replace(/(.{4})(?=.)/g, '$1-')
  const named = !received.anonymous
  const { rows } = await sql<ObjectionEvent>`
    insert into publicity.objection (receipt, notice_id, item_key, channel, anonymous, objector_name,
      objector_phone, words, evidence, entered_by)
    values (${receipt}, ${notice.id}, ${received.itemKey ?? null}, ${received.channel}, ${received.anonymous},
      ${named ? received.name : null}, ${named ? received.phone : null}, ${received.words},
      ${evidence.map(file => file.id)}::bigint[], ${received.enteredBy?.accountId ?? null})
    returning id, notice_id as "noticeId", item_key as "itemKey"`.execute(tx)
  const event = rows[0]!
  // The file belongs to the objection alone: no unit reads it through the tree, the clerk who entered it neither.
  await sql`update files.file set unit_id = null, uploaded_by = 'objection'
    where id = any(${evidence.map(file => file.id)}::bigint[])`.execute(tx)
  await listenerOf(notice).onObjectionOpened?.(tx, notice, event)
  await tellOfficers(tx, notice, event.id)
  await record(tx, received.enteredBy ?? thePublic, {
    action: 'publicity.objection.receive',
    subjectKind: 'objection',
    subjectId: event.id,
    detail: { notice: notice.id, itemKey: event.itemKey, channel: received.channel, anonymous: received.anonymous },
  })
  return { ...event, receipt }
}

const requireOpenTo = (notice: NoticeRow, { itemKey }: Received): void => {
  if (notice.kind !== 'publicity' || !['issued', 'superseded'].includes(notice.state))
    throw refuse('objection.closed', '这份公示现在不受理异议。')
  if (itemKey !== undefined && !itemsOf(notice.content).some(item => item.key === itemKey))
    throw refuse('objection.item', '公示名单中没有这一项，请重新选择。', {
      status: 422,
      findings: [{ path: 'itemKey', severity: 'block', message: '请从名单中选择' }],
    })
}

const tellOfficers = async (tx: Tx, notice: NoticeRow, id: number): Promise<void> => {
  const postIds = await postsWithRole(tx, notice.unitId, 'objection-officer')
  const subject = `收到异议：${notice.title}`
  await notify(tx, { postIds, subject, body: '请及时受理，并注意为反映人保密。', link: `/objections/${id}` })
}

type Points = { unitId: number; points: string }

/** Gives the unit concerned an edited list of points to check: never the objector, never the words as they came. */
export const sendPoints = async (
  tx: Tx,
  who: Who,
  objection: ObjectionRecord,
  { unitId, points }: Points,
): Promise<void> => {
  requireNotConcluded(objection)
  requireNothingLeaks(objection, points, 'points')
  await sql`
    update publicity.objection set state = 'checking', concerned_unit_id = ${unitId}, points = ${points},
      points_at = app.now() where id = ${objection.id}`.execute(tx)
  const postIds = await postsWithRole(tx, unitId, ...toldOfPoints)
  const subject = `请核查：${objection.noticeTitle}`
  await notify(tx, { postIds, subject, body: '收到需要核查的事项，请如实答复。', link: '/checks' })
  await recordObjection(tx, who, 'points', objection, { unit: unitId })
}

/** The unit's answer to the points. */
export const replyToPoints = async (tx: Tx, who: Who, objection: ObjectionRecord, reply: string): Promise<void> => {
  requireNotConcluded(objection)
  await sql`
    update publicity.objection set unit_reply = ${reply}, unit_replied_at = app.now()
    where id = ${objection.id}`.execute(tx)
  await tellReplied(tx, objection)
  await recordObjection(tx, who, 'reply', objection)
}

const tellReplied = async (tx: Tx, objection: ObjectionRecord): Promise<void> => {
  const postIds = await postsWithRole(tx, objection.unitId, 'objection-officer')
  const subject = `有关单位已答复：${objection.noticeTitle}`
  await notify(tx, { postIds, subject, body: '请研究后作出书面结论。', link: `/objections/${objection.id}` })
}

type Conclusion = { outcome: ObjectionOutcome; conclusion: string; publicReply?: string | undefined; by: number | null }

/** The written conclusion, which an open objection needs before its name can go on (D-08). */
export const concludeObjection = async (
  tx: Tx,
  who: Who,
  objection: ObjectionRecord,
  end: Conclusion,
): Promise<void> => {
  requireNotConcluded(objection)
  await sql`
    update publicity.objection set state = 'concluded', outcome = ${end.outcome}, conclusion = ${end.conclusion},
      public_reply = ${end.publicReply ?? null}, concluded_by = ${end.by}, concluded_at = app.now()
    where id = ${objection.id}`.execute(tx)
  const notice = (await findNotice(tx, objection.noticeId))!
  await listenerOf(notice).onObjectionConcluded?.(tx, notice, { ...objection, outcome: end.outcome })
  await recordObjection(tx, who, 'conclude', objection, { outcome: end.outcome })
}

const requireNotConcluded = ({ state }: ObjectionRecord): void => {
  if (state === 'concluded') throw refuse('objection.concluded', '这件异议已经办结，不能再改。')
}

/** Catches the slip of the hand: the objector's name or number, or a sentence copied from the words. */
const requireNothingLeaks = (
  { objectorName, objectorPhone, words }: ObjectionRecord,
  text: string,
  path: string,
): void => {
  const message = leakIn({ objectorName, objectorPhone, words }, text)
  if (message)
    throw refuse('objection.leak', message, { status: 422, findings: [{ path, severity: 'block', message }] })
}

const leakIn = (
  { objectorName, objectorPhone, words }: Pick<ObjectionRecord, 'objectorName' | 'objectorPhone' | 'words'>,
  text: string,
) => {
  if (objectorName && text.includes(objectorName)) return '核查要点中出现了反映人姓名，请删去。'
  if (objectorPhone && text.includes(objectorPhone)) return '核查要点中出现了反映人电话，请删去。'
  const copied = words
    .split(/[。！？；\n]/)
    .some(sentence => [...sentence.trim()].length >= 15 && text.includes(sentence.trim()))
  return copied ? '核查要点中有反映原文的整句，可能暴露反映人，请改写。' : undefined
}

const recordObjection = (tx: Tx, who: Who, act: string, { id, noticeId }: ObjectionRecord, detail = {}) =>
  record(tx, who, {
    action: `publicity.objection.${act}`,
    subjectKind: 'objection',
    subjectId: id,
    detail: { notice: noticeId, ...detail },
  })
