import { Problem, type ProblemBody } from '#platform/http/shared/problem.ts'

/** Reads a reply of the server: the answer, or the problem it tells of, thrown. */
export const readReply = async (reply: Response): Promise<unknown> => {
  if (reply.ok) return reply.status === 204 ? undefined : await reply.json()
  throw toProblem(reply.status, await bodyOf(reply))
}

/** Makes a Problem from what came back with a failing status; what is not problem+json gets plain words of our own. */
export const toProblem = (status: number, body: unknown): Problem => {
  if (!isProblemBody(body)) return new Problem(`http.${status}`, wordsFor(status), { status })
  const { code, detail, findings, current } = body
  return new Problem(code, detail, { status, ...(findings && { findings }), ...(current !== undefined && { current }) })
}

/** The server could not be reached, or its reply was lost. What was typed is still on the page. */
export const unreachable = () =>
  new Problem('network.unreachable', '连不上服务器。请检查网络后再试；已填的内容还在本页，没有丢失。', { status: 0 })

/** True for a problem that tells nothing of whether the server did the work. */
export const isUnreachable = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'network.unreachable'

const bodyOf = async (reply: Response) => {
  if (!reply.headers.get('content-type')?.includes('json')) return undefined
  return reply.json().catch(() => undefined)
}

const isProblemBody = (body: unknown): body is ProblemBody =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body

const wordsFor = (status: number) => {
  if (status === 401) return '登录已过期，请重新登录。'
  if (status === 403) return '您没有权限做这件事。如有需要，请联系本单位管理员。'
  if (status === 404) return '没有找到，可能已被删除，或者您没有权限查看。'
  if (status === 413) return '内容过大，服务器没有接收。请减小后再试。'
  if (status === 429) return '操作过于频繁，请稍等一分钟再试。'
  return '系统出错了，没有完成。请稍后再试；仍不行请联系管理员。'
}
