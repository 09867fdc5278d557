import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { FormDefinition } from '../shared/index.ts'
import { FormView } from './form-view.tsx'

const form = FormDefinition.parse({
  key: 'made-up/person',
  title: ['登记表'],
  subject: { kind: 'person' },
  sections: [
    {
      title: '家庭',
      fields: [
        {
          kind: 'rows',
          key: 'family',
          label: '家庭成员',
          fields: [
            { kind: 'name', key: 'name', label: '姓名' },
            { kind: 'phone', key: 'phone', label: '电话', sensitive: true },
            { kind: 'idNumber', key: 'id', label: '身份证号' },
          ],
        },
      ],
    },
  ],
  grid: { columns: [156], rows: [{ cells: [{ field: 'family' }] }] },
})
const answers = { family: [{ name: '王芳', phone: '13812345678', id: '110101199001011237' }] }
const shown = (onReveal?: () => Promise<string>) =>
  renderToStaticMarkup(<FormView form={form} answers={answers} {...(onReveal && { onReveal })} />)

describe('rows with private columns', () => {
  it('show what is not private, and of the rest enough to tell two apart', () => {
    const html = shown()
    expect(['王芳', '138****5678', '110101********1237'].map(words => html.includes(words))).toEqual([true, true, true])
    expect(html).not.toMatch(/13812345678|110101199001011237/)
  })

  it('offer each private cell to whoever may ask for it, and to nobody else', () => {
    expect(shown(async () => '').match(/查看(电话|身份证号)/g)).toEqual(['查看电话', '查看身份证号'])
    expect(shown()).not.toContain('查看')
  })
})
