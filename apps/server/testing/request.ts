import { leastOf } from './body.ts'
import type { Rows } from './world.ts'

type Operation = { requestBody?: { content: { 'application/json': { schema: object } } }; parameters: Parameter[] }
type Parameter = { in: string; name: string; required: boolean; schema: object }
/** An endpoint as /openapi.json tells it. */
export type Asked = { method: string; path: string; operation: Operation }

/** Which row a path parameter means, by the words before it. */
const rowsByPath: [before: RegExp, row: string][] = [
  [/\/review\/.*\{nominationId\}|review-seats.*\{nominationId\}/, 'reviewedNominee'],
  [/campaigns\/\{id\}\/stages\/\{stage\}\/review/, 'reviewed'],
  [/\/ballot\/desk\/elections\//, 'election'],
  [/self-recommendations\/\{id\}/, 'selfRecommendation'],
  [/micro\/projects\//, 'micro.project'],
  [/micro\/programmes\//, 'micro.programme'],
  [/micro\/villages\//, 'unit'],
  [/micro\/households\//, 'micro.household'],
  [/micro\/members\/.*readmission/, 'micro.formerMember'],
  [/micro\/members\//, 'micro.member'],
  [/micro\/signatures\//, 'micro.signature'],
  [/micro\/links\//, 'micro.signingLink'],
  [/micro\/call-backs\//, 'micro.callBack'],
  [/campaigns\//, 'campaign'],
  [/submissions\//, 'submission'],
  [/nominations\//, 'nomination'],
  [/vet-requests\//, 'vetRequest'],
  [/review-seats\//, 'expert'],
  [/honours\//, 'honour'],
  [/letters\//, 'letter'],
  [/packages\//, 'package'],
  [/plans\//, 'plan'],
  [/publicity\/notices\//, 'notice'],
  [/publicity\/(objections|checks)\//, 'objection'],
  [/units\//, 'unit'],
  [/posts\//, 'post'],
  [/people\//, 'person'],
  [/accounts\//, 'account'],
]

/** Parameters that name the same thing wherever they stand. */
const rowsByName: Record<string, string> = {
  expertId: 'expert',
  nominationId: 'nomination',
  honourId: 'earlierHonour',
  otherId: 'draft',
  submissionId: 'submission',
  actId: 'act',
  key: 'key',
  code: 'code',
  slug: 'electionSlug',
  commentId: 'ballotComment',
  memberId: 'micro.member',
  pictureId: 'micro.picture',
  expense: 'micro.expense',
  meeting: 'micro.meeting',
  villageId: 'unit',
}

const stageOf = (path: string): string => {
  const kinds: [RegExp, string][] = [
    [/\/review/, 'review'],
    [/consultations/, 'consult'],
    [/vetting/, 'unit-vet'],
    [/\/decision/, 'decide'],
    [/\/ballot/, 'ballot'],
    [/\/shortlist|\/acts/, 'shortlist'],
    [/\/publicity/, 'publicity'],
    [/\/commendation/, 'commend'],
    [/\/inspection/, 'inspect'],
  ]
  return kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'recommend'
}

const plain: Record<string, string> = {
  rank: 'A',
  round: '1',
  noticeId: '1',
  sheet: 'opinions',
  number: '0',
  proposalId: '1',
  format: 'docx',
  form: 'opinions',
  part: 'list',
}

const valueFor = (path: string, name: string, rows: Rows): string => {
  if (name === 'stage') return stageOf(path)
  if (name === 'paper' && path.includes('/micro/')) return 'application'
  if (name === 'paper') return path.includes('/nominations/') ? 'form' : 'report'
  if (plain[name]) return plain[name]
  const reviewed = name === 'nominationId' && /review/.test(path) ? 'reviewedNominee' : undefined
  const row = reviewed ?? rowsByName[name] ?? rowsByPath.slice(1).find(([before]) => before.test(path))?.[1]
  return String(rows[row ?? ''] ?? `no-row-for-${name}`)
}

/** The request for one endpoint, about rows that exist. */
export const requestFor = ({ method, path, operation }: Asked, rows: Rows, bodies: Record<string, unknown>) => {
  const query = operation.parameters
    .filter(each => each.in === 'query' && (each.required || each.name === 'submissionId'))
    .map(
      each => `${each.name}=${encodeURIComponent(String(rows[rowsByName[each.name] ?? ''] ?? leastOf(each.schema)))}`,
    )
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(valueFor(path, name, rows)))
  const schema = operation.requestBody?.content['application/json'].schema
  const body = bodies[`${method} ${path}`] ?? (schema && leastOf(schema))
  return {
    address: query.length ? `${address}?${query.join('&')}` : address,
    init: {
      method: method.toUpperCase(),
      headers: { 'content-type': 'application/json' },
      ...(method !== 'get' && { body: JSON.stringify(body ?? {}) }),
    },
  }
}

export type Request = ReturnType<typeof requestFor>

/** The same paper as PDF, where the endpoint gives it out in several formats. */
export const asPdf = ({ operation }: Asked, request: Request): Request | undefined => {
  const format = operation.parameters.find(({ name }) => name === 'format')
  if (!(format?.schema as { enum?: string[] } | undefined)?.enum?.includes('pdf')) return undefined
  const { address } = request
  const more = `${address}${address.includes('?') ? '&' : '?'}format=pdf`
  return { ...request, address: format!.in === 'path' ? address.replace(/\/docx(?=\?|$)/, '/pdf') : more }
}
