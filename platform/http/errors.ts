import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { log } from '#platform/logging/index.ts'
import { Problem, problemBody } from './shared/problem.ts'

/** Turns whatever a route threw into a Problem; what nobody expected is logged and becomes a plain 500 or 503. */
export const toProblem = (error: unknown, c: Context): Problem => {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status === 413) return tooLarge()
  if (error instanceof TypeError && brokenForm.test(error.message)) return cutOff()
  if (unstorable.has((error as { code?: string }).code ?? '')) {
    log.warn('input refused by the database', { method: c.req.method, path: c.req.path, error })
    return new Problem('input.unstorable', '提交的内容里有系统无法识别的数字、日期或字符，请检查后再试。', {
      status: 422,
    })
  }
  const unavailable = isDatabaseDown(error)
  log.error('request failed', { method: c.req.method, path: c.req.path, error })
  return unavailable
    ? new Problem('database.unavailable', '系统正在恢复，请稍后再试，您填写的内容没有丢失。', { status: 503 })
    : new Problem('unexpected', '系统出错了，已经记录下来。请稍后再试；如仍不行，请联系管理员。', { status: 500 })
}

export const answerProblem = (problem: Problem, c: Context) =>
  c.newResponse(JSON.stringify(problemBody(problem)), problem.status as 400, {
    'content-type': 'application/problem+json; charset=utf-8',
  })

/** What Node says of a form of a page that broke off on its way, or is none. */
const brokenForm = /^Failed to parse body as FormData/
const cutOff = () => new Problem('input.syntax', '提交的内容不完整，没有保存。请返回上一页重新提交。', { status: 400 })

/** A form of a page that is longer than any of its fields may be. */
const tooLarge = () =>
  new Problem('input.too-large', '提交的内容过长，没有保存。请返回上一页，删减后再提交。', { status: 413 })

/**
 * What PostgreSQL says of a value that no column can hold: no number, too large, no date, no character (class 22, data
 * exception). Contracts should have said it before, at the field.
 */
const unstorable = new Set(['22P02', '22P05', '22003', '22007', '22008', '22009', '22021'])

const downCodes = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03', '53300'])
/** What pg says of a connection that broke off or could not be had; these carry no code. */
const downWords =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered a connection error/

const isDatabaseDown = (error: unknown) => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return downCodes.has(code) || downWords.test(message)
}
