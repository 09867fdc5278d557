/** A message at a field or a list, as rules and forms return it. Each room may carry more with it. */
export type ProblemFinding = { path?: string; severity?: string; message: string; rule?: string }

/** RFC 9457 problem details as this product sends them: `code` is stable, `detail` is for the reader, in Chinese. */
export type ProblemBody = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  findings?: ProblemFinding[]
  /** What the server holds now, when the caller's version is older (409 `version.conflict`). */
  current?: unknown
}

/** An expected refusal, thrown anywhere below a route and answered as problem+json (or an error page on the site). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly findings: ProblemFinding[] | undefined
  readonly current: unknown

  constructor(code: string, detail: string, options: ProblemOptions = {}) {
    super(detail)
    this.name = 'Problem'
    this.code = code
    this.status = options.status ?? 409
    this.findings = options.findings
    this.current = options.current
  }
}

type ProblemOptions = { status?: number; findings?: ProblemFinding[]; current?: unknown }

/**
 * The refusal of a request the reader can understand and act upon.
 * @param code stable, dotted, never shown
 * @param detail plain Chinese: what is wrong and what to do
 */
export const refuse = (code: string, detail: string, options?: ProblemOptions) => new Problem(code, detail, options)

const titles: Record<number, string> = {
  400: '填写有误',
  401: '请先登录',
  403: '没有权限',
  404: '没有找到',
  409: '与当前状态不符',
  413: '内容过大',
  415: '文件类型不支持',
  422: '填写有误',
  429: '操作过于频繁',
  500: '系统出错',
  503: '暂时无法服务',
}

export const problemBody = (problem: Problem): ProblemBody => ({
  type: `urn:shishi:problem:${problem.code}`,
  title: titles[problem.status] ?? '未能完成',
  status: problem.status,
  code: problem.code,
  detail: problem.message,
  ...(problem.findings && { findings: problem.findings }),
  ...(problem.current !== undefined && { current: problem.current }),
})
