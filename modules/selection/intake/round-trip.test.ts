import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readForm, renderForm } from '#kernel/documents/index.ts'
import { arbitraryAnswers } from '#kernel/documents/read/testing/answers.ts'
import { type Answers, FormDefinition } from '#kernel/forms/shared/index.ts'

const plans = join(import.meta.dirname, '../plans')
const forms = readdirSync(plans, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(join(plans, name, 'forms')).map(file => join(plans, name, 'forms', file)))
  .map(file => FormDefinition.parse(parse(readFileSync(file, 'utf8'))))

const roundTrip = async (form: FormDefinition, answers: Answers) => {
  const content = await renderForm(form, answers)
  return readForm({ name: '推荐表.docx', content }, forms)
}

describe('a form of a shipped plan', () => {
  it.each(forms.map(form => [form.key, form] as const))('%s: what was printed is read back equal', async (_, form) => {
    const property = fc.asyncProperty(arbitraryAnswers(form), async answers => {
      const reading = await roundTrip(form, answers)
      expect(reading?.form.key).toEqual(form.key)
      expect(reading?.answers).toEqual(answers)
    })
    await fc.assert(property, { numRuns: 3, endOnFailure: true, interruptAfterTimeLimit: 10_000 })
  })
})
