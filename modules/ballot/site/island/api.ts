/** A refusal of the server with its stable code; `network` when nothing came back, which may mean that it was done. */
export class Refusal extends Error {
  code: string
  current: { counter?: number } | undefined
  constructor(code: string, message: string, current?: { counter?: number }) {
    super(message)
    this.code = code
    this.current = current
  }
}

type Problem = { code?: string; detail?: string; title?: string; current?: { counter?: number } }

const lost = () => new Refusal('network', '网络不通，没有收到回音。请检查网络后再按一次，不会重复。')

/**
 * Sends to the ballot's API without cookies: nothing may say that the hand that asks and the hand that casts are one.
 * @throws Refusal
 */
export const send = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
  const reply = await fetch(`/api/ballot/${path}`, {
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    ...(body !== undefined && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  }).catch(() => {
    throw lost()
  })
  if (reply.status === 502 || reply.status === 504) throw lost()
  const answer = await reply.json().catch(() => {
    throw lost()
  })
  if (reply.ok) return answer as Answer
  const { code = 'unknown', detail, title, current } = answer as Problem
  throw new Refusal(code, detail ?? title ?? '没有办成，请稍后再试。', current)
}
