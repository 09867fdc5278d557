import type { Pictures } from '#kernel/documents/index.ts'
import { findFile, readContent } from '#kernel/files/index.ts'
import { type Answers, type FormDefinition, fieldsOf, type PhotoAnswer } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { type Nomination, recommendingKey } from '../../load.ts'
import { withoutPrivate } from '../../nomination/private.ts'
import { formOf } from '../../plan/lookup.ts'
import type { Articles, Plan } from '../../shared/index.ts'

/** Everything that a nominee's papers are printed from. */
export type PrintedNominee = {
  id: number
  plan: Plan
  category: string
  name: string
  unitName: string
  /** The unit as the plan has it sign, or its full name. */
  recommender: string
  unitClass: string
  form: FormDefinition
  answers: Answers
  articles: Articles
  /** Times it was handed in. */
  versions: number
}

type Row = Omit<PrintedNominee, 'plan' | 'form' | 'recommender'> & { unitFullName: string; unitKey: string | null }

const rowsOf = async (db: Db, ids: readonly number[]): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select m.id, m.category, m.name, u.name as "unitName", u.full_name as "unitFullName", ${recommendingKey} as "unitKey",
      s.unit_class as "unitClass", m.answers, m.articles,
      (select count(*)::int from selection.nomination_version v where v.nomination_id = m.id) as versions
    from selection.nomination m join selection.submission s on s.id = m.submission_id
    join units.unit u on u.id = m.unit_id
    where m.id = any(${[...ids]}::bigint[])
    order by m.unit_order, m.category, m.rank nulls last, m.id`.execute(db)
  return rows
}

const printedOf = (plan: Plan, { unitFullName, unitKey, ...row }: Row): PrintedNominee => ({
  ...row,
  plan,
  recommender: plan.units.find(({ key }) => key === unitKey)?.recommender ?? unitFullName,
  form: formOf(plan, row.category),
})

/** Nominees as they stand now, in official order: for packages, whose askers were judged before. */
export const printedNominees = async (db: Db, plan: Plan, ids: readonly number[]): Promise<PrintedNominee[]> =>
  (await rowsOf(db, ids)).map(row => printedOf(plan, row))

/** A nominee as it stands now. */
export const printedNominee = async (db: Db, { id, plan }: Pick<Nomination, 'id' | 'plan'>): Promise<PrintedNominee> =>
  (await printedNominees(db, plan, [id]))[0]!

/** A nominee for who only follows the work: sensitive answers half hidden. Such a print is no form and has no code. */
export const halfHidden = (nominee: PrintedNominee): PrintedNominee => ({
  ...nominee,
  answers: withoutPrivate(nominee.form, nominee.answers),
})

/** The photographs that a form prints, as they are served. */
export const picturesOf = async (db: Db, { form, answers }: PrintedNominee): Promise<Pictures> => {
  const pictures: Pictures = {}
  for (const field of fieldsOf(form)) {
    const photo = field.kind === 'photo' ? (answers[field.key] as PhotoAnswer | undefined) : undefined
    const file = photo && (await findFile(db, photo.fileId))
    if (photo && file && (file.mime === 'image/jpeg' || file.mime === 'image/png'))
      pictures[photo.fileId] = { data: await readContent(file), format: file.mime === 'image/png' ? 'png' : 'jpg' }
  }
  return pictures
}
