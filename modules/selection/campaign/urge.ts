import type { z } from 'zod'
import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { notify } from '#kernel/notifications/index.ts'
import { sql, type Tx } from '#platform/db/index.ts'
import type { Campaign } from '../load.ts'
import type { urgingApi } from '../shared/index.ts'

type Contact = z.output<typeof urgingApi.listContacts.answer>['contacts'][number]
type Urging = z.output<NonNullable<typeof urgingApi.urgeUnits.body>>

/** Posts that fill in for the chosen units of this campaign, with who sits on them now. One query. */
const contactsOf = async (tx: Tx, campaign: Campaign, submissionIds: number[]) => {
  const { rows } = await sql<Contact & { postId: number | null }>`
    select s.id as "submissionId", u.name as "unitName", p.id as "postId", p.title as post, h.rank, n.name, n.phone
    from selection.submission s
    join units.unit u on u.id = s.unit_id
    left join units.post p on p.unit_id = u.id and p.active and p.roles && array['recommender']
    left join units.post_holder h on h.post_id = p.id and h.until is null
    left join units.person n on n.id = h.person_id
    where s.campaign_id = ${campaign.id} and s.id = any(${submissionIds}::bigint[])
    order by s.unit_order, s.id, p.id, h.rank`.execute(tx)
  return rows
}

/** The telephone list of the chosen units. Who asked for it, and for how many units, is recorded. */
export const contactsForUrging = async (tx: Tx, actor: Actor, campaign: Campaign, submissionIds: number[]) => {
  const rows = await contactsOf(tx, campaign, submissionIds)
  await record(tx, actor, {
    action: 'selection.urging.contacts',
    subjectKind: 'campaign',
    subjectId: campaign.id,
    detail: { submissions: submissionIds },
  })
  return rows.filter(row => row.name !== null).map(({ postId: _, ...contact }) => contact)
}

/** 一键催报: tells the posts of the chosen units in the desk and, if wanted, by SMS; words and addressees go on record. */
export const urgeUnits = async (tx: Tx, actor: Actor, campaign: Campaign, urging: Urging) => {
  const rows = await contactsOf(tx, campaign, urging.submissionIds)
  const postIds = [...new Set(rows.flatMap(({ postId, name }) => (postId !== null && name !== null ? [postId] : [])))]
  const reached = new Set(rows.filter(({ name }) => name !== null).map(({ submissionId }) => submissionId))
  const unreached = [...new Set(rows.filter(row => !reached.has(row.submissionId)).map(({ unitName }) => unitName))]
  const { subject, body, sms } = urging
  if (postIds.length > 0) await notify(tx, { postIds, subject, body, link: '/my-work', campaignId: campaign.id, sms })
  await record(tx, actor, {
    action: 'selection.urging.send',
    subjectKind: 'campaign',
    subjectId: campaign.id,
    detail: { submissions: [...reached], subject, body, sms, unreached },
  })
  return { units: reached.size, posts: postIds.length, unreached }
}
