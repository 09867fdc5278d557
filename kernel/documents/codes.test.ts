import { describe, expect, it } from 'vitest'
import { footCode, formDocument, qrPicture, renderPdf } from './index.ts'
import { readScan } from './scan/index.ts'
import { sampleAnswers, sampleForm } from './testing/samples.ts'

const ADDRESS = 'https://shishi.example/c/7K2M-9QXD-0F3A'

describe('the code at the foot of a printed form', { timeout: 60_000 }, () => {
  it('is found on every page of the paper by the reader of scans', async () => {
    const model = formDocument(sampleForm, sampleAnswers, { footCode: await footCode(ADDRESS, '7K2M-9QXD-0F3A') })
    const { file, pages } = await renderPdf(model)
    expect((await readScan(Buffer.from(file))).map(({ codes }) => codes)).toEqual(Array(pages).fill([ADDRESS]))
  })

  it('is the same picture for the same address', async () => {
    expect(Buffer.from(await qrPicture(ADDRESS)).equals(Buffer.from(await qrPicture(ADDRESS)))).toBe(true)
  })
})
