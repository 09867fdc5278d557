import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { documentOf, PROFILES, paragraph, renderDocx, renderPdf, writeSheet } from '#kernel/documents/index.ts'
import { readable } from './readable.ts'

const secret = '示例路十八号三单元'
const paper = documentOf('登记表', PROFILES.gbt9704!, [
  paragraph(`家庭住址：${secret}，${'长期居住，'.repeat(40)}止。`),
])
const pdf = new Uint8Array((await renderPdf(paper)).file)
const docx = new Uint8Array(renderDocx(paper))
const sheet = new Uint8Array(
  await writeSheet({ name: '名单', rows: [secret], columns: [{ title: '住址', width: 20, value: row => row }] }),
)

describe('what an answer says', () => {
  it.each([
    ['text', strToU8(JSON.stringify({ homeAddress: secret }))],
    ['a PDF', pdf],
    ['a Word file', docx],
    ['a workbook', sheet],
    ['a package of them', zipSync({ '甲/表.pdf': pdf, '甲/表.docx': docx })],
  ])('is read out of %s', async (_, bytes) => {
    expect(await readable(bytes)).toContain(secret)
  })

  it('holds what stands in each file of a package', async () => {
    const words = await readable(zipSync({ '甲.pdf': pdf, '乙.docx': docx, '丙.xlsx': sheet }))
    expect(words.split(secret)).toHaveLength(4)
  })
}, 60_000)
