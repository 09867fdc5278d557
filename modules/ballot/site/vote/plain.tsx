import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { inTransaction } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { cast } from '../../cast/cast.ts'
import { frozenBySlug } from '../../election/frozen.ts'
import { type Election, phaseOf } from '../../election/load.ts'
import { admitVoter } from '../../identity/admission.ts'
import { sendCode } from '../../identity/code.ts'
import { issue } from '../../identity/issue.ts'
import { subnetOf } from '../../routes/subnet.ts'
import { phone as phoneSchema } from '../../shared/api/phone.ts'
import { choiceFlaws, hex32 } from '../../shared/index.ts'
import type { BallotPages } from '../frame.ts'
import { type Body, showOf } from '../show.tsx'
import { PlainCast, PlainCode, PlainPhone, PlainReceipt, PlainReview } from './plain-pages.tsx'
import { type PlainStep, type Posted, readPosted } from './read.ts'

type Visit = { c: Context; pages: BallotPages; election: Election; posted: Posted }
export type ShowPaper = (c: Context, posted: Posted, status: 200 | 422) => Response | Promise<Response>

/** The vote without script, one posted page after the other; the paper comes first, the telephone last. */
export const takePlain = async (c: Context, pages: BallotPages, election: Election, showPaper: ShowPaper) => {
  const posted = await readPosted(c, election.rules)
  if (posted.go === 'back') return showPaper(c, posted, 200)
  if (choiceFlaws(election.rules, posted.choices).length > 0) return showPaper(c, posted, 422)
  const visit = { c, pages, election, posted }
  return posted.go === 'again' ? afterReview(visit) : next[posted.step](visit)
}

const render = ({ c, election }: Visit, title: string, body: Body, status: 200 | 422 | 429 = 200) =>
  showOf(c, election, title, body, status)

const afterChoice = (visit: Visit) => render(visit, '核对选票', <PlainReview {...visit} />)

const afterReview = (visit: Visit) => render(visit, '验证手机', <PlainPhone {...visit} />)

const afterPhone = async (visit: Visit) => {
  const { posted, pages, c } = visit
  const again = (error: string, status: 422 | 429 = 422) =>
    render(visit, '验证手机', <PlainPhone {...visit} error={error} />, status)
  const phone = phoneSchema.safeParse(posted.phone)
  if (!phone.success) return again(phone.error.issues[0]!.message)
  const challenge = posted.challenge ? { token: posted.challenge, answer: posted.answer } : undefined
  const subnet = subnetOf(pages.clientAddress(c))
  const frozen = await frozenOf(visit)
  try {
    const asked = await inTransaction(pages.db, tx => sendCode(tx, frozen, { phone: phone.data, challenge, subnet }))
    if (!asked) return render(visit, '填写验证码', <PlainCode {...visit} />)
    const error = challenge ? '回答不对，请再答一次。' : undefined
    return render(visit, '验证手机', <PlainPhone {...visit} challenge={asked} error={error} />, error ? 422 : 200)
  } catch (problem) {
    if (isRefusal(problem, 'ballot.code-too-soon'))
      return render(visit, '填写验证码', <PlainCode {...visit} error={problem.message} />, 429)
    if (problem instanceof Problem && problem.status === 429) return again(problem.message, 429)
    throw problem
  }
}

const afterCode = async (visit: Visit) => {
  const { pages, posted } = visit
  const again = (error: string) => render(visit, '填写验证码', <PlainCode {...visit} error={error} />, 422)
  const phone = phoneSchema.safeParse(posted.phone)
  if (!phone.success) return afterReview(visit)
  const frozen = await frozenOf(visit)
  try {
    const answer = await inTransaction(pages.db, tx => admitVoter(tx, frozen, { phone: phone.data, code: posted.code }))
    if (!answer.admitted) return again(wrongCode(answer.triesLeft))
    const carried = { token: answer.token, serial: random(), salt: random() }
    return render(visit, '投出选票', <PlainCast {...visit} carried={carried} groupName={answer.groupName} />)
  } catch (problem) {
    if (isRefusal(problem, 'ballot.not-in-census') || isRefusal(problem, 'ballot.wechat-missing'))
      return again(problem.message)
    throw problem
  }
}

const random = () => randomBytes(32).toString('hex')

export const wrongCode = (triesLeft: number) =>
  triesLeft > 0 ? `验证码不对，还可以试${triesLeft}次。` : '验证码已失效，请重新获取。'

/** Asked twice, the same serial gets the same credential and the same ballot the same receipt. */
const afterCast = async (visit: Visit) => {
  const { c, pages, election, posted } = visit
  const { token, serial, salt, choices } = posted
  if (!hex32.safeParse(serial).success || !hex32.safeParse(salt).success) return afterReview(visit)
  const frozen = await frozenOf(visit)
  const asked = { mode: 'plain' as const, token, input: Buffer.from(serial, 'hex') }
  try {
    const { group, mode, signature } = await inTransaction(pages.db, tx => issue(tx, frozen, asked))
    const ballot = { serial, group, mode, credential: signature, counter: 0, salt, choices }
    const receipt = await cast(pages.db, election.slug, ballot, subnetOf(pages.clientAddress(c)))
    return render(visit, '回执', <PlainReceipt election={election} receipt={receipt} />)
  } catch (problem) {
    if (!isRefusal(problem, 'ballot.token') && !isRefusal(problem, 'ballot.issued')) throw problem
    return render(visit, '验证手机', <PlainPhone {...visit} error={problem.message} />, 422)
  }
}

const next: Record<PlainStep, (visit: Visit) => Response | Promise<Response>> = {
  choose: afterChoice,
  review: afterReview,
  phone: afterPhone,
  code: afterCode,
  cast: afterCast,
}

const frozenOf = async ({ pages, election }: Visit) => (await frozenBySlug(pages.db, election.slug))!

const isRefusal = (problem: unknown, code: string): problem is Problem =>
  problem instanceof Problem && problem.code === code

export const isOpen = (election: Election) => phaseOf(election) === 'open'
