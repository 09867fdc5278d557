import {
  type Answers,
  type FieldFinding,
  type FormDefinition,
  fieldsOf,
  validateAnswers,
} from '#kernel/forms/shared/index.ts'

/** What is wrong in a newcomer's form; seals and opinions are not asked for, they come with what is made up later. */
export const newcomerFindings = (
  form: FormDefinition,
  answers: Answers,
  clock: Parameters<typeof validateAnswers>[2],
): FieldFinding[] => {
  const opinions = new Set(fieldsOf(form).flatMap(({ kind, key }) => (kind === 'opinion' ? [key] : [])))
  return validateAnswers(form, answers, clock).filter(({ path }) => !opinions.has(path.split('.')[0]!))
}
