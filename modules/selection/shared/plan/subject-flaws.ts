import { type Field, type FormDefinition, fieldsOf } from '#kernel/forms/shared/index.ts'
import type { Flaw } from './flaw.ts'
import { nearest } from './nearest.ts'
import type { Plan } from './plan.ts'

type Part = Exclude<keyof FormDefinition['subject'], 'kind'>

/** What each part of a form's `subject` may be answered by, and how the part is said. */
const parts: Record<Part, { noun: string; kinds: Field['kind'][] }> = {
  name: { noun: '名称', kinds: ['name', 'organisation', 'text'] },
  identity: { noun: '身份证号或统一社会信用代码', kinds: ['idNumber', 'uscc', 'text'] },
  gender: { noun: '性别', kinds: ['gender', 'choice'] },
  ethnicGroup: { noun: '民族', kinds: ['ethnicGroup', 'choice', 'text'] },
  birth: { noun: '出生年月', kinds: ['date', 'month'] },
  unit: { noun: '工作单位', kinds: ['organisation', 'organisations', 'text'] },
  post: { noun: '职务', kinds: ['text', 'longText'] },
  photo: { noun: '照片', kinds: ['photo'] },
  brief: { noun: '主要事迹', kinds: ['longText', 'text'] },
}

/** Where people live or can be reached: printed as somebody's unit it would stand in public. */
const reach = /地址|住址|住所|邮编|电话|邮箱/

/** Fields that a form names as its subject's and that it lacks, or that hold something else. */
export function subjectFlaws(plan: Plan): Flaw[] {
  return Object.entries(plan.forms).flatMap(([key, form]) =>
    Object.entries(form.subject).flatMap(([part, named]) =>
      part === 'kind' ? [] : partFlaws(form, part as Part, named as string, ['forms', key, 'subject', part]),
    ),
  )
}

function partFlaws(form: FormDefinition, part: Part, named: string, path: (string | number)[]): Flaw[] {
  const fields = fieldsOf(form)
  const field = fields.find(({ key }) => key === named)
  const { noun, kinds } = parts[part]
  if (!field) {
    const close = nearest(
      named,
      fields.map(({ key }) => key),
    )
    const message = `表中没有 ${named} 这一栏，找不到${noun}`
    const advice = close ? `是否应为 ${close}？` : `改为表中填${noun}的那一栏的 key。`
    return [{ path, code: 'unknown-reference', message, advice }]
  }
  const fits = kinds.includes(field.kind) && !(part === 'unit' && reach.test(field.label))
  if (fits) return []
  const message = `subject.${part} 应指向填${noun}的一栏，“${field.label}”不是`
  return [
    { path, code: 'form-subject', message, advice: `改为表中填${noun}的那一栏的 key；没有这一栏的，删去这一行。` },
  ]
}
