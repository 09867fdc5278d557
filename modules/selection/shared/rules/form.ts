import { z } from 'zod'
import { answerAt, type FieldFinding, resumeGaps } from '#kernel/forms/shared/index.ts'
import { rowsOf } from './answer.ts'
import type { NominationFacts } from './facts.ts'
import { rule } from './rule.ts'

/**
 * Rules that kernel/forms already judges field by field: the rule picks its findings, so that the form decides what is
 * wrong and the plan how strongly and in which words. `{提示}` is the form's own sentence.
 */
const fromForm = (...codes: string[]) =>
  rule({
    scope: 'nomination',
    needs: 'page',
    params: z.strictObject({ fields: z.array(z.string()).min(1).optional().describe('只看这些栏目；不写则看全表') }),
    variables: ['提示', '值', '行', '宽', '高'],
    check: ({ nomination }, { fields }) =>
      nomination.formFindings
        .filter(({ code, path }) => codes.includes(code) && (!fields || fields.includes(path.split('.')[0]!)))
        .map(found => ({ path: `answers.${found.path}`, values: valuesOf(found, nomination) })),
  })

function valuesOf({ path, message }: FieldFinding, { answers }: NominationFacts) {
  const value = answerAt(answers, path)
  const row = path.split('.').find(part => /^\d+$/.test(part))
  const photo = typeof value === 'object' && value !== null && 'width' in value && 'height' in value
  return {
    提示: message.replace(/。$/, ''),
    ...(typeof value === 'string' && { 值: value }),
    ...(row && { 行: Number(row) + 1 }),
    ...(photo && { 宽: Number(value.width), 高: Number(value.height) }),
  }
}

export const formRules = {
  /** Dates and months are real, written as asked (××××.××), in order and not ahead of today. */
  dateWellWritten: fromForm('month.format', 'month.future', 'month.order', 'date.format', 'date.future', 'date.order'),
  /** Enough years lie between birth and the first job, or between birth and joining the Party. */
  oldEnough: fromForm('month.age'),
  /** Birth and gender agree with the identity number. */
  birthMatchesId: fromForm('idNumber.birthDiffers'),
  genderMatchesId: fromForm('idNumber.gender'),
  /** 籍贯 and 出生地 as ××省××市（县）. */
  nativePlaceWellWritten: fromForm('nativePlace.format'),
  /** Rows go on in order, to the present, from the first job or the schooling before it. */
  resumeRunsToPresent: fromForm('resume.present'),
  resumeStartsRight: fromForm('resume.start'),
  resumeInOrder: fromForm('resume.order', 'resume.backwards', 'resume.month'),
  resumeDoesNotOverlap: fromForm('resume.overlap'),
  /** Every row of a table is filled in whole, and of a level that counts. */
  rowsComplete: fromForm('row.incomplete', 'row.date', 'row.future', 'row.level'),
  levelHighEnough: fromForm('row.levelLow'),
  /** A date lies in the window the form gives. */
  dateInWindow: fromForm('date.window'),
  /** The photograph is a picture of the right kind, large enough and of the right shape; its ground and name are right. */
  photoOfFormat: fromForm('photo.format'),
  photoLargeEnough: fromForm('photo.small'),
  photoOfShape: fromForm('photo.ratio'),
  photoBackgroundRight: fromForm('photo.background'),
  photoNamedAfterNominee: fromForm('photo.name'),
}

/** Every stretch of a résumé joins the one before; a month between two rows is no hole (R000-20). */
export const noGapInResume = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ field: z.string() }),
  variables: ['从', '至', 'n'],
  check: ({ nomination }, { field }) =>
    resumeGaps(rowsOf(nomination.answers, field)).map(({ index, from, to, months }) => ({
      path: `answers.${field}.${index}.start`,
      values: { 从: from, 至: to, n: months },
    })),
})
