import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { hasOffice, isWord97, readForm, renderForm, toWord97 } from '#kernel/documents/index.ts'
import { arbitraryAnswers } from '#kernel/documents/read/testing/answers.ts'
import { FormDefinition } from '#kernel/forms/shared/index.ts'

const FORMS = ['luoyang-2021/forms/member', 'jiaozuo-2017/forms/ranking-members']
const forms = FORMS.map(path =>
  FormDefinition.parse(parse(readFileSync(join(import.meta.dirname, '../plans', `${path}.yaml`), 'utf8'))),
)
const here = await hasOffice()
if (!here) console.info('skipped: no LibreOffice on this host, so no .doc can be written or read back')

describe.skipIf(!here)('a form as Word 97-2003', () => {
  it('is read back equal, and is a true .doc', async () => {
    const answers = forms.map(form => fc.sample(arbitraryAnswers(form), { numRuns: 1, seed: 7 })[0]!)
    const docs = await toWord97(await Promise.all(forms.map((form, at) => renderForm(form, answers[at]!))))
    expect(await Promise.all(docs.map(isWord97))).toEqual([true, true])
    for (const [at, content] of docs.entries()) {
      const reading = await readForm({ name: '推荐表.doc', content }, forms)
      expect([reading?.form.key, reading?.answers]).toEqual([forms[at]!.key, answers[at]])
    }
  }, 60_000)
})
