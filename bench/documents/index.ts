import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { docxPrinter, hasOffice, packed, renderDocx, renderPdf, toWord97, zipped } from '#kernel/documents/index.ts'
import type { Options } from '../kit/options.ts'
import { note, type Result, report } from '../kit/result.ts'
import { articleOf, fileOf, formOf } from './material.ts'
import { compare } from './rate.ts'
import { BROUGHT, readRates } from './reading.ts'
import { byTemplate } from './templater.ts'
import { byTypst } from './typst.ts'

type Figures = Omit<Result, 'ratio' | 'bench' | 'case'>
const PACKAGE = 300
const BATCH = 20

const single = async ({ runs, seconds }: Options): Promise<Figures> => ({
  ...(await compare(n => renderDocx(formOf(n)), byTemplate, runs, seconds)),
  unit: 'forms/s',
  reference: 'docxtemplater filling a template of the same form',
})

const bulk = async ({ runs, seconds }: Options): Promise<Figures> => {
  const print = docxPrinter()
  const rates = await compare(n => print(formOf(n)), byTemplate, runs, seconds)
  return { ...rates, unit: 'forms/s', reference: 'docxtemplater filling a template of the same form' }
}

const pdf = async ({ runs, seconds }: Options): Promise<Figures> => {
  const own = (await renderPdf(articleOf(0))).pages
  const theirs = byTypst(0).pages
  const rates = await compare(n => renderPdf(articleOf(n)), byTypst, runs, seconds)
  return {
    value: rates.value * own,
    referenceValue: rates.referenceValue * theirs,
    unit: 'pages/s',
    reference: 'typst alone, the same text written for it by hand, in the same process',
  }
}

/** Form and article of 300 nominees, joined and packed; beside as many forms alone by docxtemplater. */
const wholePackage = async ({ runs }: Options): Promise<Figures> => {
  const archive = (make: (n: number) => Buffer) => (from: number) =>
    zipped(Array.from({ length: PACKAGE }, (_, n) => packed(`${n}.docx`, make(from + n), 0)))
  const print = docxPrinter()
  const rates = await compare(
    archive(n => print(fileOf(n))),
    archive(byTemplate),
    runs,
    0.01,
  )
  return {
    value: rates.value * PACKAGE,
    referenceValue: rates.referenceValue * PACKAGE,
    unit: 'nominees/s',
    reference: 'docxtemplater, the form alone, without the article',
  }
}

const word97 = async ({ runs }: Options): Promise<Figures> => {
  const file = renderDocx(formOf(0))
  const batch = () => toWord97(Array.from({ length: BATCH }, () => file))
  const rates = await compare(batch, () => toWord97([file]), runs, 0.01)
  return { ...rates, value: rates.value * BATCH, unit: '.doc/s', reference: 'LibreOffice, called for each file' }
}

const read = async (options: Options): Promise<Figures> => ({
  ...(await readRates(options)),
  unit: 'files/s',
  reference: 'mammoth making HTML of the same files: no cells found, no limits, no database',
})

const peak = (kind: string, count: number): number =>
  Number(
    execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'memory.ts'), kind, String(count)], {
      encoding: 'utf8',
    }),
  )

const memory = (kind: string, count: number) => async (): Promise<Figures> => ({
  value: peak(kind, count),
  referenceValue: peak('none', 0),
  unit: 'MB',
  reference: 'the same process with nothing to do',
})

const cases: Record<string, (options: Options) => Promise<Figures>> = {
  'docx-single': single,
  'docx-bulk': bulk,
  package: wholePackage,
  pdf,
  'doc-batch': word97,
  read,
  'memory:docx': memory('docx', PACKAGE),
  'memory:pdf': memory('pdf', PACKAGE),
  'memory:read': memory('read', BROUGHT),
}

/** Word and PDF beside the tools that do nothing else. */
export const run = async (options: Options): Promise<void> => {
  for (const [name, measure] of Object.entries(cases)) {
    if (!name.startsWith(options.only)) continue
    if (name.startsWith('doc-') && !(await hasOffice())) {
      note('这台机器没有LibreOffice，不测.doc。')
      continue
    }
    report({ bench: 'documents', case: name, ...(await measure(options)) })
  }
}
