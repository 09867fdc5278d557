import { describe, expect, it } from 'vitest'
import { FormDefinition } from '#kernel/forms/shared/index.ts'
import { mergedAnswers } from './merge.ts'

const form = FormDefinition.parse({
  key: 'sample/a',
  title: ['表'],
  subject: { kind: 'person' },
  sections: [
    {
      title: '全部',
      fields: [
        { kind: 'name', key: 'name', label: '姓名' },
        { kind: 'text', key: 'note', label: '备注' },
        { kind: 'opinion', key: 'opinion', label: '意见' },
      ],
    },
  ],
  grid: { columns: [10], rows: [{ cells: [{ field: 'name' }] }] },
})

describe('what a file brings into a form', () => {
  it('replaces what it has, takes nothing away, and leaves seals where they are', () => {
    const evidence = { kind: 'scan', fileId: 'a', name: 'a.pdf', page: 1 }
    const before = { name: '张三', note: '原有', opinion: { opinion: '旧', date: '', evidence } }
    const read = {
      name: '李四',
      note: '',
      opinion: { opinion: '同意', signer: '', date: '2021-12-01', evidence: null },
    }
    expect(mergedAnswers(form, before, read)).toEqual({
      name: '李四',
      note: '原有',
      opinion: { opinion: '同意', date: '2021-12-01', evidence },
    })
  })
})
