import { writeSheet } from '#kernel/documents/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import type { Campaign } from '../load.ts'
import { printedNominees } from '../papers/form/nominee.ts'
import { categoryOf } from '../plan/lookup.ts'
import { type Particulars, particulars, sealFactsOf } from '../shared/index.ts'
import { scansOf } from './seals.ts'
import type { OwedSheet } from './shared/api.ts'

/** Handed in, and not out of the pool: whoever is out owes no seal. */
const rowsOf = async (db: Db, campaignId: number) => {
  const { rows } = await sql<{ id: number; submissionId: number; particulars: Partial<Particulars> }>`
    select m.id, m.submission_id as "submissionId", m.particulars from selection.nomination m
    where m.campaign_id = ${campaignId} and m.state in ('submitted', 'returned', 'accepted')
      and not exists (select from selection.pool_entry e where e.nomination_id = m.id and e.outcome = 'out')`.execute(
    db,
  )
  return new Map(rows.map(row => [row.id, row]))
}

/**
 * Sheets of a whole campaign that still want a seal (待补章), or a new one because the text was changed after stamping
 * (重新盖章), in official order. A seal printed later (套打) is nobody's to bring. Three queries, however many there are.
 */
export const owedSheets = async (db: Db, { id, plan }: Campaign): Promise<OwedSheet[]> => {
  const rows = await rowsOf(db, id)
  const nominees = await printedNominees(db, plan, [...rows.keys()])
  const scans = await scansOf(db, nominees)
  return nominees
    .map(nominee => {
      const { submissionId, ...row } = rows.get(nominee.id)!
      const { category, answers, unitClass } = nominee
      const beside = particulars.parse(row.particulars)
      const seals = sealFactsOf(plan, { category, answers, particulars: beside, unit: { class: unitClass } })
      return {
        nominationId: nominee.id,
        submissionId,
        name: nominee.name,
        categoryName: categoryOf(plan, category).name,
        unitName: nominee.unitName,
        reseal: scans(nominee).reseal,
        owed: seals
          .filter(({ evidence }) => !evidence)
          .map(({ label, promisedBy }) => ({ label, promisedBy: promisedBy ?? null })),
      }
    })
    .filter(({ reseal, owed }) => reseal || owed.length > 0)
}

type Line = OwedSheet & { no: number; matter: string; label: string; promisedBy: string | null }

const linesOf = (sheets: OwedSheet[]): Line[] =>
  sheets
    .flatMap(sheet => [
      ...(sheet.reseal
        ? [{ ...sheet, matter: '重新盖章', label: '内容已改，原盖章页不再对应', promisedBy: null }]
        : []),
      ...sheet.owed.map(({ label, promisedBy }) => ({
        ...sheet,
        matter: promisedBy ? '待补章' : '缺章',
        label,
        promisedBy,
      })),
    ])
    .map((line, index) => ({ ...line, no: index + 1 }))

/** One line for each seal that is wanted, to telephone the units by. @returns the bytes of an .xlsx file */
export const owedWorkbook = (sheets: OwedSheet[]): Promise<Buffer> =>
  writeSheet({
    name: '盖章情况',
    rows: linesOf(sheets),
    columns: [
      { title: '序号', width: 6, value: row => row.no },
      { title: '推荐单位', width: 20, value: row => row.unitName },
      { title: '类别', width: 28, value: row => row.categoryName },
      { title: '推荐对象', width: 28, value: row => row.name },
      { title: '情形', width: 10, value: row => row.matter },
      { title: '盖章栏', width: 36, value: row => row.label },
      { title: '承诺补章日期', width: 14, value: row => row.promisedBy },
    ],
  })
