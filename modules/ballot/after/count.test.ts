import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { ballotApi, ballotDeskApi, type Category, type Choices, type Result, type Rules } from '../shared/index.ts'
import { afterwards, openElection, phoneOf, recordOf, sampleRules, setNow, streamOf, testOffice } from '../testing.ts'
import { verifyRecord } from '../verify/index.ts'

const { db } = await testDatabase()
const office = await testOffice(db)
const { organiser, checker, issuer, server } = office
const template = sampleRules().categories[0]!.candidates[0]!

/** Categories with any number of candidates, gaps in their numbers, any range, blank or not. */
const categories = fc
  .array(fc.record({ size: fc.integer({ min: 1, max: 6 }), min: fc.nat(), max: fc.nat(), blank: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  })
  .map(shapes => {
    return shapes.map(({ size, min, max, blank }, at): Category => {
      const low = 1 + (min % size)
      const candidates = Array.from({ length: size }, (_, n) => ({ ...template, no: 1 + at * 20 + n * (1 + (at % 2)) }))
      return { key: `c-${at}`, name: `类别${at}`, min: low, max: low + (max % (size - low + 1)), blank, candidates }
    })
  })

const choicesFor = (rules: Pick<Rules, 'categories'>): fc.Arbitrary<Choices> =>
  fc.tuple(
    ...rules.categories.map(({ candidates, min, max, blank }) => {
      const some = fc.subarray(
        candidates.map(({ no }) => no),
        { minLength: min, maxLength: max },
      )
      return blank ? fc.oneof(some, fc.constant<number[]>([])) : some
    }),
  )

type Voter = { member: boolean; ballots: Choices[]; void: boolean }
const election = categories.chain(shapes =>
  fc.record({
    categories: fc.constant(shapes),
    voters: fc.array(
      fc.record({
        member: fc.boolean(),
        ballots: fc.array(choicesFor({ categories: shapes }), { minLength: 1, maxLength: 3 }),
        void: fc.integer({ min: 0, max: 4 }).map(n => n === 0),
      }),
      { maxLength: 8 },
    ),
  }),
)

/** The counts as one would make them by hand. */
const byHand = (shapes: Category[], voters: Voter[]): Result['tally'] => {
  const count = (at: number, chosen: (numbers: number[]) => boolean) => {
    const of = (kept: Voter[]) =>
      [true, false].map(member => kept.filter(v => v.member === member && chosen(v.ballots.at(-1)![at]!)).length)
    return { before: of(voters), after: of(voters.filter(voter => !voter.void)) }
  }
  return shapes.map(({ key, candidates }, at) => ({
    category: key,
    blank: count(at, numbers => numbers.length === 0),
    candidates: candidates.map(({ no }) => ({ no, ...count(at, numbers => numbers.includes(no)) })),
  }))
}

const leafOf = async (number: string): Promise<number> => {
  const answer = await server.visitor.call(ballotApi.checkReceipt, { params: { number } })
  if (answer.state === 'unknown') throw new Error(number)
  return answer.proof.index
}

describe('the count of any election', () => {
  it('is what one would count by hand, and the verifier agrees with the record', async () => {
    await fc.assert(
      fc.asyncProperty(election, async ({ categories: shapes, voters }) => {
        const census = Object.fromEntries(voters.flatMap((v, n) => (v.member ? [[phoneOf(n), 'members']] : [])))
        const listed = { '13900000001': 'members', ...census }
        const { id, slug, poll } = await openElection(db, office, { categories: shapes }, { census: listed })
        const last: string[] = []
        for (const [n, { ballots }] of voters.entries()) {
          const voter = await poll.voter(phoneOf(n))
          for (const [counter, choices] of ballots.entries())
            last[n] = (await poll.cast(voter, choices, { counter })).number
        }
        const params = { id }
        await setNow(db, afterwards)
        await organiser.call(ballotDeskApi.closeElection, { params, body: {} })
        for (const [n, voter] of voters.entries()) if (voter.void) await voidLeaf(id, await leafOf(last[n]!))
        const result = await organiser.call(ballotDeskApi.finishElection, { params, body: {} })
        await checker.call(ballotDeskApi.auditElection, { params, body: {} })
        await issuer.call(ballotDeskApi.publishElection, { params, body: {} })
        expect(result.tally).toEqual(byHand(shapes, voters))
        expect(result.accepted).toBe(voters.reduce((sum, { ballots }) => sum + ballots.length, 0))
        expect((await verifyRecord(streamOf(await recordOf(office, slug)))).findings).toEqual([])
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

const voidLeaf = async (id: number, leaf: number) => {
  const body = { leaves: [leaf], reason: 'script', note: '程序投票' }
  await organiser.call(ballotDeskApi.proposeVoids, { params: { id }, body })
  const { proposals } = await checker.call(ballotDeskApi.getDeskElection, { params: { id } })
  const open = proposals.find(each => each.decision === null)!
  await checker.call(ballotDeskApi.decideVoid, { params: { id, proposalId: open.id }, body: { approve: true } })
}

describe('the review', () => {
  it('lists what came alike, by time and network, and never for whom', async () => {
    const { id, poll } = await openElection(db, office, { changes: 0 })
    for (let n = 0; n < 12; n += 1)
      await poll.cast(await poll.voter(phoneOf(n)), n < 11 ? [[1, 2], [11]] : [[2, 3], []])
    await setNow(db, afterwards)
    await organiser.call(ballotDeskApi.closeElection, { params: { id }, body: {} })
    const answer = await checker.call(ballotDeskApi.reviewBallots, { params: { id } })
    expect(answer.suspicions.map(({ kind, count, leaves }) => [kind, count, leaves.length])).toEqual([
      ['pattern', 11, 11],
    ])
    expect(JSON.stringify(answer)).not.toMatch(/choices|subnet"?:/)
  })
})
