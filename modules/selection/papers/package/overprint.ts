import { type Document, documentBytes, formDocument, joined, overprint } from '#kernel/documents/index.ts'
import { type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'
import { loadCampaign } from '../../load.ts'
import type { PrintedNominee } from '../form/nominee.ts'
import { picturesOf, printedNominees } from '../form/nominee.ts'
import type { Content, Part } from './kinds.ts'
import type { PackageRow } from './row.ts'
import { stampedInk } from './stamped-ink.ts'

/** Opinions that the upper level adds once the sheets are stamped. */
const laterCells = (form: FormDefinition): string[] =>
  fieldsOf(form)
    .filter(({ kind, filledBy }) => kind === 'opinion' && filledBy === 'organiser')
    .map(({ key }) => key)

const hasOpinion = ({ form, answers }: PrintedNominee): boolean =>
  laterCells(form).some(key => {
    const answer = answers[key] as { opinion?: string; date?: string } | undefined
    return Boolean(answer?.opinion || answer?.date)
  })

type Approval = { opinion: string; date: string }

/** What the last decision says of those it let through: the words and the day that are printed where none are typed. */
const approvalOf = async (db: Db, campaignId: number): Promise<Map<number, Approval>> => {
  const { rows } = await sql<{ nominationId: number; heldOn: string }>`
    select e.nomination_id as "nominationId", d.held_on as "heldOn"
    from selection.stage_run r join selection.pool_entry e on e.stage_run_id = r.id and e.outcome = 'pass'
    join lateral (select held_on from selection.decision where stage_run_id = r.id order by round desc limit 1) d on true
    where r.campaign_id = ${campaignId} and r.kind = 'decide'`.execute(db)
  return new Map(rows.map(({ nominationId, heldOn }) => [nominationId, { opinion: '同意。', date: heldOn }]))
}

const withApproval = (nominee: PrintedNominee, approval: Approval | undefined): PrintedNominee => {
  if (!approval || hasOpinion(nominee)) return nominee
  const cells = laterCells(nominee.form).map(key => [key, approval])
  return { ...nominee, answers: { ...nominee.answers, ...Object.fromEntries(cells) } }
}

/** A nominee's sheet with ink in the upper level's cells alone. */
const overprinted = async (db: Db, nominee: PrintedNominee, offset: { x: number; y: number }): Promise<Document> => {
  const { form, answers, unitClass } = nominee
  const document = formDocument(form, answers, { unitClass, pictures: await picturesOf(db, nominee) })
  const cells = laterCells(form)
  const dates = Object.fromEntries(cells.map(key => [key, (answers[key] as Partial<Approval> | undefined)?.date]))
  return overprint(stampedInk(document, dates), cells, { right: offset.x, down: offset.y })
}

/** The whole sheet of the first nominee, opinions and all, to lay over a stamped one and measure. */
const testSheet = async (db: Db, nominee: PrintedNominee): Promise<Document> => {
  const { form, answers, unitClass } = nominee
  return formDocument(form, answers, { unitClass, pictures: await picturesOf(db, nominee), banner: '套打试印页' })
}

/** 套打: a file for each category in official order, so that the stamped sheets go through the printer in one pile. */
export const overprintFiles = async (db: Db, work: PackageRow): Promise<Content> => {
  const { plan } = (await loadCampaign(db, work.campaignId))!
  const offset = work.options.offset ?? { x: 0, y: 0 }
  const approvals = await approvalOf(db, work.campaignId)
  const all = await printedNominees(db, plan, await decidedIds(db, work.campaignId))
  const ready = all.map(each => withApproval(each, approvals.get(each.id))).filter(hasOpinion)
  const parts: Part[] = plan.categories.flatMap(({ key, name }) => {
    const own = ready.filter(({ category }) => category === key)
    if (own.length === 0) return []
    const make = async () => {
      const documents = []
      for (const nominee of own) documents.push(await inTransaction(db, tx => overprinted(tx, nominee, offset)))
      return documentBytes({ ...joined(`${name}套打`, documents), fontNote: false }, 'pdf')
    }
    const test = async () => documentBytes(await testSheet(db, own[0]!), 'pdf')
    return [
      { key: `overprint-${key}`, path: `${name}-套打（${own.length}份，按名单次序）.pdf`, make },
      { key: `test-${key}`, path: `${name}-试印页.pdf`, make: test },
    ]
  })
  const left = all.length - ready.length
  const remarks = [
    ...(parts.length === 0 ? ['审定后才有审批意见可以套打；或者方案的表没有由上级填写的意见栏。'] : []),
    ...(parts.length > 0 && left > 0 ? [`${left}个推荐对象没有审批意见，没有生成。`] : []),
  ]
  return { parts, remarks }
}

const decidedIds = async (db: Db, campaignId: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from selection.nomination where campaign_id = ${campaignId} and state = 'accepted'
    order by unit_order, category, rank nulls last, id`.execute(db)
  return rows.map(({ id }) => id)
}
