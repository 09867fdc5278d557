import type { Context } from 'hono'
import type { z } from 'zod'
import type { Endpoint } from './shared/endpoint.ts'
import { type ProblemFinding, refuse } from './shared/problem.ts'

/** Parses path, query and JSON body by the endpoint's schemas; what does not fit becomes one 422 with a finding a field. */
export const parseRequest = async <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, z.ZodType>,
  c: Context,
): Promise<{ params: z.output<P>; query: z.output<Q>; body: z.output<B> }> => ({
  params: found(parse(endpoint.params, storableValues(c.req.param()), '')),
  query: parse(endpoint.query, storableValues(c.req.query()), ''),
  body: endpoint.body ? parse(endpoint.body, await readJson(c), '') : (undefined as z.output<B>),
})

/** A number that is no id of any row names nothing. */
const found = <Params>(params: Params): Params => {
  const ids = Object.values(params ?? {}).filter(value => typeof value === 'number')
  if (ids.every(Number.isSafeInteger)) return params
  throw refuse('not.found', '没有找到，或者您没有查看的权限。', { status: 404 })
}

/** Text without what no table can hold and nobody typed: NUL, and halves of characters. */
const storable = (text: string) => text.replace(/[\0\p{Surrogate}]/gu, '')
const storableValues = (given: Record<string, string>) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, storable(value)]))

/** How JSON writes them; the rare body that has one is read value by value. */
const maybeUnstorable = /\\u(?:0000|[dD][89a-fA-F])/
const readValue = (_key: string, value: unknown) => (typeof value === 'string' ? storable(value) : value)

const parse = <S extends z.ZodType>(schema: S | undefined, value: unknown, prefix: string): z.output<S> => {
  if (!schema) return undefined as z.output<S>
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw refuse('input.invalid', '有内容填写不正确，请按提示修改后再提交。', {
    status: 422,
    findings: result.error.issues.map(issue => toFinding(issue, prefix)),
  })
}

const toFinding = (issue: z.core.$ZodIssue, prefix: string): ProblemFinding => ({
  path: prefix + issue.path.join('.'),
  severity: 'block',
  message: issue.message,
})

const readJson = async (c: Context): Promise<unknown> => {
  if (!c.req.header('content-type')?.startsWith('application/json'))
    throw refuse('input.media', '请求须为 JSON 格式。', { status: 415 })
  const text = await c.req.text()
  try {
    return maybeUnstorable.test(text) ? JSON.parse(text, readValue) : JSON.parse(text)
  } catch {
    throw refuse('input.syntax', '提交的内容不完整，请刷新页面后再试。', { status: 400 })
  }
}
