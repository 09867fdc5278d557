import type { Context } from 'hono'
import { cellCode, cellText, excelResponse, readSheet, writeSheet } from '#kernel/documents/excel/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { ProblemFinding } from '#platform/http/shared/problem.ts'
import { ballotApi, type Rules } from '../shared/index.ts'
import type { CensusLine } from './census.ts'

const mostLines = 200_000
const maxBytes = 20 * 1024 * 1024
const shownFaults = 50

/**
 * Reads a list of voters from an Excel file: a heading with 手机号码 and 分组, then one voter a line.
 * @throws Problem `census.heading`, `census.faults` with the lines at fault, and those of {@link readSheet}
 */
export const readCensus = async (c: Context, rules: Rules): Promise<CensusLine[]> => {
  const file = Buffer.from(await c.req.arrayBuffer())
  const [heading = [], ...rows] = await readSheet(file, { maxRows: mostLines + 1, maxBytes })
  const titles = heading.map(cellText)
  const [phoneAt, groupAt] = [
    titles.findIndex(title => /手机|电话/.test(title)),
    titles.findIndex(title => /分组|类别|身份/.test(title)),
  ]
  if (phoneAt < 0 || groupAt < 0)
    throw refuse('census.heading', '第一行须有“手机号码”和“分组”两列，请用模板填写。', { status: 422 })
  const groups = new Map(rules.groups.flatMap(({ key, name }) => [[key, key] as const, [name, key] as const]))
  const read = rows.map((row, n) => ({
    line: n + 2,
    phone: ballotApi.phone.safeParse(cellCode(row[phoneAt])),
    group: groups.get(cellText(row[groupAt]).trim()),
  }))
  const faults = read.flatMap(({ line, phone, group }) => [
    ...(phone.success ? [] : [fault(line, '手机号码不是11位手机号。')]),
    ...(group ? [] : [fault(line, `分组应为${rules.groups.map(({ name }) => name).join('、')}之一。`)]),
  ])
  const lines = read.map(({ phone, group }) => ({ phone: phone.data!, group: group! }))
  if (faults.length === 0) requireOnce(lines)
  else throw faulty(faults)
  return lines
}

const fault = (line: number, message: string): ProblemFinding => ({
  path: String(line),
  severity: 'block',
  message: `第${line}行：${message}`,
})

const faulty = (faults: ProblemFinding[]) =>
  refuse('census.faults', `名册有${faults.length}处问题，没有导入。请改正后再导入。`, {
    status: 422,
    findings: faults.slice(0, shownFaults),
  })

const requireOnce = (lines: CensusLine[]) => {
  const seen = new Map<string, number>()
  const faults: ProblemFinding[] = []
  for (const [n, { phone }] of lines.entries()) {
    const before = seen.get(phone)
    if (before) faults.push(fault(n + 2, `手机号码与第${before}行相同。`))
    else seen.set(phone, n + 2)
  }
  if (faults.length > 0) throw faulty(faults)
}

export const censusTemplateFile = async (rules: Rules): Promise<Response> => {
  const example = rules.groups.map(({ name }, n) => ({ phone: `1380000000${n}`, group: name }))
  const columns = [
    { title: '手机号码', width: 16, value: ({ phone }: { phone: string }) => phone },
    { title: '分组', width: 16, value: ({ group }: { group: string }) => group },
  ]
  return excelResponse(await writeSheet({ name: '名册', columns, rows: example }), '投票人名册模板.xlsx')
}
