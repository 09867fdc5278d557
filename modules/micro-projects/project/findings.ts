import { type Db, sql } from '#platform/db/index.ts'
import { briefSchema, elementNames, lineFindings, type ProblemFinding, yuan } from '../shared/index.ts'
import { signatureFindings } from '../signatures/findings.ts'
import type { Project } from './load.ts'
import { linesOf } from './queries.ts'

/** Everything that is wrong with an application, each at its field, with the rule of the seed it comes from. */
export const applicationFindings = async (db: Db, project: Project): Promise<ProblemFinding[]> => [
  ...elementFindings(project),
  ...organiserFindings(project),
  ...moneyFindings(project, await linesOf(db, project.id), await backersOf(db, project.id)),
  ...(await signatureFindings(db, project)),
  ...(await repeated(db, project)),
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

const organiserFindings = ({ organiser }: Project): ProblemFinding[] =>
  organiser === 'members' ? [] : [block('organiser', 'R004-07', '该项目为统一组织实施项目，不得使用微服务资金。')]

type Line = { kind: string; item: string; fen: number }

/** R004-01 as far as the form shows it, and R004-05 to R004-08 line by line. */
const moneyFindings = ({ programme, askedFen }: Project, lines: Line[], backers: number): ProblemFinding[] => {
  const limit = programme.perPersonFen * backers
  const findings: ProblemFinding[] = lineFindings(programme, lines)
  if (lines.length === 0) findings.push(block('lines', 'R004-11', '项目简介缺少经费预算。'))
  if (askedFen > limit) {
    const said = `本项目${backers}名党员、代表签名，经费上限${yuan(limit)}元，申请${yuan(askedFen)}元超出。`
    findings.push(block('lines', 'R004-01', said))
  }
  return findings
}

const backersOf = async (db: Db, projectId: number): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from micro.backing where project_id = ${projectId}`.execute(db)
  return rows[0]!.n
}

/** R004-04: the same work at the same place once more, in this or another year. */
const repeated = async (db: Db, { id, villageId, title, place }: Project): Promise<ProblemFinding[]> => {
  const { rows } = await sql<{ year: number }>`
    select g.year from micro.project p join micro.programme g on g.id = p.programme_id
    where p.village_id = ${villageId} and p.id <> ${id} and p.title = ${title} and p.place = ${place}
      and p.state not in ('draft', 'rejected', 'withdrawn') order by g.year desc limit 1`.execute(db)
  const message = (year: number) => `本村（社区）${year}年已有同名同地点的项目，请核对是否重复申报。`
  return rows.map(({ year }) => ({ path: 'title', severity: 'warning', rule: 'R004-04', message: message(year) }))
}
