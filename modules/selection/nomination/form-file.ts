import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import { type Pictures, renderForm } from '#kernel/documents/index.ts'
import { findFile, readContent } from '#kernel/files/index.ts'
import { type Answers, fieldsOf, type PhotoAnswer } from '#kernel/forms/shared/index.ts'
import { type Db, sql, type Tx } from '#platform/db/index.ts'
import type { Nomination } from '../load.ts'
import { categoryOf, formOf } from '../plan/lookup.ts'
import type { Plan } from '../shared/index.ts'

type Row = { answers: Answers; unitName: string; unitFullName: string; unitKey: string | null }

/** 推荐表 as a Word file in the annex's layout. That it was taken out, ID number and all, is recorded. */
export const formFile = async (tx: Tx, actor: Actor, nomination: Nomination, banner: string | null) => {
  const { rows } = await sql<Row>`
    select m.answers, u.name as "unitName", u.full_name as "unitFullName", s.unit_key as "unitKey"
    from selection.nomination m join selection.submission s on s.id = m.submission_id
    join units.unit u on u.id = m.unit_id where m.id = ${nomination.id}`.execute(tx)
  const row = rows[0]!
  const form = formOf(nomination.plan, nomination.category)
  const file = await renderForm(form, row.answers, {
    unitClass: nomination.unitClass,
    pictures: await picturesOf(tx, nomination, row.answers),
    ...(banner && { banner }),
  })
  await record(tx, actor, {
    action: 'selection.nomination.form',
    subjectKind: 'nomination',
    subjectId: nomination.id,
  })
  return { file, name: `${formFileName(nomination, row)}.docx` }
}

const picturesOf = async (db: Db, nomination: Nomination, answers: Answers): Promise<Pictures> => {
  const pictures: Pictures = {}
  for (const field of fieldsOf(formOf(nomination.plan, nomination.category))) {
    const photo = field.kind === 'photo' ? (answers[field.key] as PhotoAnswer | undefined) : undefined
    const file = photo && (await findFile(db, photo.fileId))
    if (photo && file && (file.mime === 'image/jpeg' || file.mime === 'image/png'))
      pictures[photo.fileId] = { data: await readContent(file), format: file.mime === 'image/png' ? 'png' : 'jpg' }
  }
  return pictures
}

type Named = { unitName: string; unitFullName: string; unitKey: string | null }

/** The name that the plan gives to the form's file, or “推荐表-单位-姓名”; what a file system refuses is left out. */
export const formFileName = (nomination: Pick<Nomination, 'plan' | 'category' | 'name'>, named: Named): string => {
  const { plan, category, name } = nomination
  const pattern = patternOf(plan, category) ?? '推荐表-{unit}-{name}'
  const values: Record<string, string> = {
    unit: named.unitName,
    recommender: plan.units.find(({ key }) => key === named.unitKey)?.recommender ?? named.unitFullName,
    category: categoryOf(plan, category).name,
    name: name || '未填姓名',
    year: String(plan.year),
  }
  return pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '').replaceAll(/[\\/:*?"<>|\r\n]/g, '')
}

/** Outputs of a nominee are its form, its texts, its photo: the one meant is made of the form. */
const patternOf = (plan: Plan, category: string) => {
  const forms = plan.materials.filter(({ kind }) => kind === 'form').map(({ key }) => key)
  const { form } = categoryOf(plan, category)
  return plan.documents.outputs.find(
    output =>
      output.of === 'nominee' &&
      output.fileName &&
      (output.categories === 'all' || output.categories.includes(category)) &&
      (output.form ? output.form === form : output.materials.some(key => forms.includes(key))),
  )?.fileName
}
