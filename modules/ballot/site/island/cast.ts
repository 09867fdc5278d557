import type { Receipt } from '../../shared/record.ts'
import { Refusal, send } from './api.ts'
import { random32 } from './blind.ts'
import type { Page } from './page.ts'
import type { Ballot, Credential } from './store.ts'

/** A receipt, and the ballot that it was given for. */
export type Cast = { receipt: Receipt; sent: Ballot & Credential }

/** Sends what is pending, as it was kept; the same ballot again gets the same receipt. @throws Refusal */
export const sendPending = async (page: Page): Promise<Cast> => {
  const { pending, credential, receipts } = page.store.read()
  if (!pending || !credential) throw new Refusal('nothing', '没有要投出的选票。')
  try {
    const receipt = await send<Receipt>(`elections/${page.slug}/ballots`, { ...credential, mode: 'blind', ...pending })
    page.store.change({ pending: undefined, receipts: [...receipts, receipt] })
    return { receipt, sent: { ...credential, ...pending } }
  } catch (error) {
    if (error instanceof Refusal) recover(page, error)
    throw error
  }
}

/** After a lost reply the ballot stays as it is; after a refusal it is the voter's to change. */
const recover = (page: Page, { code, current }: Refusal): void => {
  if (code === 'network') return
  const { pending } = page.store.read()
  if (code === 'ballot.counter' && pending && current?.counter !== undefined)
    page.store.change({ pending: { ...pending, counter: current.counter, salt: random32() } })
  else page.store.change({ pending: undefined })
}

/** Keeps the ballot, then sends it. */
export const castNow = (page: Page): Promise<Cast> => {
  const { choices, receipts } = page.store.read()
  const counter = (receipts[receipts.length - 1]?.leaf.counter ?? -1) + 1
  page.store.change({ pending: { counter, salt: random32(), choices: choices! } })
  return sendPending(page)
}
