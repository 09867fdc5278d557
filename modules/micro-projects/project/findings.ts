import { type Db, sql } from '#platform/db/index.ts'
import { allowancesOfSigners, usedSentences } from '../money/left.ts'
import {
  briefSchema,
  elementNames,
  lineFindings,
  type ProblemFinding,
  type projectApi,
  tellingFindings,
  yuan,
} from '../shared/index.ts'
import { signatureFindings } from '../signatures/findings.ts'
import type { Project } from './load.ts'
import { linesOf } from './queries.ts'

/** Everything that is wrong with an application, each at its field, with the rule of the seed it comes from. */
export const applicationFindings = async (db: Db, project: Project): Promise<ProblemFinding[]> => [
  ...elementFindings(project),
  ...organiserFindings(project),
  ...budgetFindings(project, await linesOf(db, project.id)),
  ...(await allowanceFindings(db, project)),
  ...(await signatureFindings(db, project)),
  ...(await repeated(db, project)),
  ...wordFindings(project),
]

const block = (path: string, rule: string, message: string): ProblemFinding => ({
  path,
  severity: 'block',
  rule,
  message,
})

/** R004-11: each of the six elements; the budget is the sum of its lines. */
const elementFindings = ({ brief }: Project): ProblemFinding[] => {
  const read = briefSchema.safeParse(brief)
  const missing = read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))]
  const findings = missing.map(key =>
    block(`brief.${key}`, 'R004-11', `项目简介缺少${elementNames[key as keyof typeof elementNames]}。`),
  )
  if (brief.startsOn && brief.finishesOn && brief.finishesOn < brief.startsOn)
    findings.push(block('brief.finishesOn', 'R004-11', '完成时间早于实施时间，请核对。'))
  return findings
}

/** What will be public is put in words that may be, before the notice is kept back for them. */
const wordFindings = ({ title, brief }: Project): ProblemFinding[] => [
  ...tellingFindings('title', '项目名称', title, 'warning'),
  ...tellingFindings('brief.scale', elementNames.scale, brief.scale ?? '', 'warning'),
  ...tellingFindings('brief.effect', elementNames.effect, brief.effect ?? '', 'warning'),
]

const organiserFindings = ({ organiser }: Project): ProblemFinding[] =>
  organiser === 'members' ? [] : [block('organiser', 'R004-07', '该项目为统一组织实施项目，不得使用微服务资金。')]

/** R004-05 to R004-08, line by line. */
const budgetFindings = ({ programme }: Project, lines: projectApi.BudgetLine[]): ProblemFinding[] =>
  lines.length === 0 ? [block('lines', 'R004-11', '项目简介缺少经费预算。')] : lineFindings(programme, lines)

/** R004-01: what those may still spend who signed and have an allowance, as it stands now; at the amount it is drawn. */
const allowanceFindings = async (db: Db, project: Project): Promise<ProblemFinding[]> => {
  const { programme, askedFen } = project
  const allowances = await allowancesOfSigners(db, project)
  const limit = programme.perPersonFen * allowances.length
  const free = allowances.reduce((sum, { balance }) => sum + balance, 0)
  if (askedFen <= free) return []
  const [signed, asked] = [`${allowances.length}名${allowanceHolders[programme.allowanceFor]}`, yuan(askedFen)]
  if (askedFen > limit)
    return [block('lines', 'R004-01', `本项目${signed}签名，经费上限${yuan(limit)}元，申请${asked}元超出。`)]
  const said = await usedSentences(db, project, allowances)
  const total = `签名的${signed}可用额度合计${yuan(free)}元，申请${asked}元超出。`
  return [block('lines', 'R004-01', [...said, total].join(''))]
}

const allowanceHolders = { members: '党员', representatives: '代表', both: '党员、代表' } as const

/** R004-04: the same work at the same place once more, in this or another year. */
const repeated = async (db: Db, { id, villageId, title, place }: Project): Promise<ProblemFinding[]> => {
  const { rows } = await sql<{ year: number }>`
    select g.year from micro.project p join micro.programme g on g.id = p.programme_id
    where p.village_id = ${villageId} and p.id <> ${id} and p.title = ${title} and p.place = ${place}
      and p.state not in ('draft', 'rejected', 'withdrawn', 'ended') order by g.year desc limit 1`.execute(db)
  const message = (year: number) => `本村（社区）${year}年已有同名同地点的项目，请核对是否重复申报。`
  return rows.map(({ year }) => ({ path: 'title', severity: 'warning', rule: 'R004-04', message: message(year) }))
}
