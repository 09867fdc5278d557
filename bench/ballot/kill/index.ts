import type { Options } from '../../kit/options.ts'
import { note, report } from '../../kit/result.ts'
import { killRounds } from './rounds.ts'

/** Kills the servers and the database at random moments, and shows that no receipt was broken. */
export const measureKills = async ({ rounds }: Options): Promise<void> => {
  note(`在投票中杀死服务和数据库，共${rounds}轮……`)
  const tell = (round: number, killed: string) => (round % 10 === 9 ? note(`第${round + 1}轮（${killed}）`) : undefined)
  const outcome = await killRounds({ rounds, ballots: 300, servers: 2, tell })
  const { verdict, stored, lost, doubled, differing, posted, kills } = outcome
  const tellOf = (name: string, value: number, reference: string, referenceValue: number) =>
    report({ bench: 'ballot', case: `kill:${name}`, value, unit: 'times', reference, referenceValue })
  for (const [name, times] of Object.entries(kills)) tellOf(name, times, 'rounds', rounds)
  tellOf('receipts', posted, 'ballots stored', stored)
  tellOf('receipts-not-in-the-log', lost, 'receipts', posted)
  tellOf('receipts-in-the-log-twice', doubled, 'receipts', posted)
  tellOf('retries-with-another-receipt', differing, 'receipts', posted)
  tellOf('rules-that-failed', Object.keys(verdict.failed).length, 'rules checked', verdict.checked.length)
  if (lost + doubled + differing > 0 || stored !== posted || !verdict.ok)
    throw new Error(`a receipt was broken: ${JSON.stringify({ lost, doubled, differing, posted, stored, verdict })}`)
}
