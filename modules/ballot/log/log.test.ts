import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { treeHash, verifyConsistency, verifyInclusion } from '#platform/crypto/index.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { log } from '#platform/logging/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { frozenById } from '../election/frozen.ts'
import { findElection } from '../election/load.ts'
import { ballotApi, type Receipt } from '../shared/index.ts'
import { countOut, logNow, openElection, phoneOf, recordOf, streamOf, testOffice } from '../testing.ts'
import { verifyRecord } from '../verify/index.ts'
import { tryHoldLog } from './append.ts'
import { recordLines } from './record.ts'
import { sequence } from './sequencer.ts'
import { requireAllowed, sendHead, useWitnessPlaces } from './witness.ts'

log.setLevel('silent')
const { db } = await testDatabase()
const office = await testOffice(db)
const { visitor } = office.server
const bytes = (hex: string) => Buffer.from(hex, 'hex')

/** An election with some ballots in its log, some of them changed. */
const voted = async (over: Parameters<typeof openElection>[2] = {}, more: Parameters<typeof openElection>[3] = {}) => {
  const election = await openElection(db, office, over, more)
  const receipts: Receipt[] = []
  for (let n = 0; n < 12; n += 1) {
    const voter = await election.poll.voter(phoneOf(n))
    receipts.push(await election.poll.cast(voter, [[1, 2 + (n % 3)], n % 2 ? [11] : []]))
    if (n % 4 === 0) receipts.push(await election.poll.cast(voter, [[3, 4], []], { counter: 1 }))
    if (n % 5 === 0) await logNow(db, election.id)
  }
  await logNow(db, election.id)
  return { ...election, receipts }
}

describe('the log', async () => {
  const { id, slug, receipts } = await voted()
  const params = { slug }
  const tree = treeHash('SHA-256')
  const { heads } = await visitor.call(ballotApi.listHeads, { params, query: {} })

  it('proves every receipt under a signed head', async () => {
    for (const { number, leaf } of receipts) {
      const answer = await visitor.call(ballotApi.checkReceipt, { params: { number: number.toLowerCase() } })
      if (answer.state === 'unknown') throw new Error(number)
      const { index, size, path, head } = answer.proof
      const root = Buffer.from(head.split('\n')[2]!, 'base64')
      const leafHash = tree.leaf(Buffer.from(JSON.stringify(leaf, Object.keys(leaf).sort())))
      expect(verifyInclusion(tree, { index, size, leafHash, root, proof: path.map(bytes) })).toBe(true)
      expect(answer.state).toBe(leaf.counter === 0 && answer.supersededBy !== null ? 'superseded' : 'standing')
    }
  })

  it('proves that each head continues each earlier one', async () => {
    for (const first of heads)
      for (const second of heads.filter(({ size }) => size >= first.size)) {
        const query = { first: first.size, second: second.size }
        const { path } = await visitor.call(ballotApi.getConsistency, { params, query })
        const of = ({ size, root }: typeof first) => ({ size, root: bytes(root) })
        expect(verifyConsistency(tree, { first: of(first), second: of(second), proof: path.map(bytes) })).toBe(true)
      }
  })

  it.each([
    ['inclusion', { index: 99, size: 5 }],
    ['inclusion', { index: 1, size: 9999 }],
    ['consistency', { first: 5, second: 9999 }],
    ['consistency', { first: 6, second: 5 }],
  ])('has no %s proof for %o', async (kind, query) => {
    const answer = await office.server.app.request(
      `/api/ballot/elections/${slug}/proofs/${kind}?${new URLSearchParams(query as never)}`,
    )
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, 'ballot.range'])
  })

  it('is written by one process at a time', async () => {
    await inTransaction(db, async tx => {
      expect(await tryHoldLog(tx, id)).toBe(true)
      expect(await sequence(db, id)).toBe(0)
    })
  })

  it('knows nothing of numbers that are none', async () => {
    for (const number of ['0', 'u'.repeat(20), '00000-00000-00000-00000'])
      expect(await visitor.call(ballotApi.checkReceipt, { params: { number } })).toMatchObject({ state: 'unknown' })
  })
})

describe('witnesses', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shishi-witness-'))
  const posted: string[] = []
  let answer = 200
  const peer = createServer((request, response) => {
    let body = ''
    request.on('data', chunk => {
      body += chunk
    })
    request.on('end', () => {
      if (answer === 200) posted.push(body)
      response.writeHead(answer, { location: '/elsewhere' }).end()
    })
  })
  afterAll(() => {
    peer.close()
    rmSync(folder, { recursive: true })
  })

  it('get every head, one after the other, and the public sees when', async () => {
    await new Promise<void>(resolve => peer.listen(0, '127.0.0.1', resolve))
    const host = `127.0.0.1:${(peer.address() as AddressInfo).port}`
    useWitnessPlaces({ folder, hosts: [host] })
    const address = `http://${host}/heads`
    const { slug, id } = await voted(
      { witnesses: ['市纪委监委', '市政协'] },
      {
        witnesses: [
          { name: '市纪委监委', kind: 'folder', address: '纪委监委' },
          { name: '市政协', kind: 'post', address },
        ],
      },
    )
    const { heads } = await visitor.call(ballotApi.listHeads, { params: { slug }, query: {} })
    expect(heads[0]!.witnesses).toEqual([
      { name: '市纪委监委', sentAt: null },
      { name: '市政协', sentAt: null },
    ])
    const { rows } = await sql<{ data: { headId: number; witnessId: number } }>`
      select data from pgboss.job where name = 'ballot.send-head' order by (data ->> 'headId')::int`.execute(db)
    for (const wrong of [500, 302]) {
      answer = wrong
      const toPeer = rows.filter(({ data }) => data.witnessId === rows[1]!.data.witnessId)
      await expect(sendHead.handle(db, toPeer[0]!.data, { id: '1', last: false })).rejects.toThrow()
    }
    answer = 200
    for (const { data } of [...rows, ...rows]) await sendHead.handle(db, data, { id: '1', last: false })
    const notes = heads.map(({ note }) => note).reverse()
    expect(posted).toEqual(notes)
    expect(readFileSync(join(folder, '纪委监委', `${await fingerprintOf(id)}.heads`), 'utf8')).toBe(
      notes.map(n => `${n}\n`).join(''),
    )
    const after = await visitor.call(ballotApi.listHeads, { params: { slug }, query: {} })
    expect(after.heads.flatMap(({ witnesses }) => witnesses).filter(({ sentAt }) => !sentAt)).toEqual([])
  })
})

describe('a witness’s place', () => {
  beforeAll(() => useWitnessPlaces({ folder: '/nowhere', hosts: ['witness.example', 'inner:8443'] }))

  it.each([
    ['folder', 'jiwei'],
    ['folder', '纪委监委-2026'],
    ['post', 'https://witness.example/heads'],
    ['post', 'http://inner:8443/'],
  ] as const)('may be %s %s', (kind, address) => {
    expect(() => requireAllowed({ name: '甲', kind, address })).not.toThrow()
  })

  it.each([
    ['folder', '../etc'],
    ['folder', '/etc'],
    ['folder', '..'],
    ['folder', 'a/b'],
    ['post', 'http://127.0.0.1:5432/'],
    ['post', 'https://witness.example.evil/'],
    ['post', 'https://user@witness.example/'],
    ['post', 'https://witness.example:8080/'],
    ['post', 'file:///etc/passwd'],
    ['post', 'not an address'],
  ] as const)('is never %s %s', (kind, address) => {
    expect(() => requireAllowed({ name: '甲', kind, address })).toThrow('见证方“甲”的送达方式不能使用')
  })
})

const fingerprintOf = async (id: number): Promise<string> => {
  const { rows } = await sql<{ fingerprint: string }>`select fingerprint from ballot.election where id = ${id}`.execute(
    db,
  )
  return rows[0]!.fingerprint
}

describe('what happens behind the server’s back', async () => {
  const { id, slug } = await voted({ hash: 'sm3' }, { log: 'sm2' })
  await countOut(db, office, id)

  /** The rules that fail after a change with the triggers switched off; the change is taken back. */
  const broken = async (...changes: string[]): Promise<string[]> => {
    const taken = new Error('taken back')
    let failed: string[] = []
    await inTransaction(db, async tx => {
      await sql`set local session_replication_role = replica`.execute(tx)
      for (const change of changes) await sql.raw(change.replaceAll('$id', String(id))).execute(tx)
      let text = ''
      for await (const lines of recordLines(tx, (await findElection(tx, id))!, await frozenById(tx, id))) text += lines
      failed = Object.keys((await verifyRecord(streamOf(text))).failed)
      throw taken
    }).catch(error => {
      if (error !== taken) throw error
    })
    return failed
  }

  it('is nothing as long as nothing was done', async () => {
    expect((await verifyRecord(streamOf(await recordOf(office, slug)))).findings).toEqual([])
    expect(await broken()).toEqual([])
  })

  const leaf = 'ballot.leaf where election_id = $id and index'
  it.each([
    [
      'a ballot’s choices are edited',
      ['B09'],
      [`update ballot.ballot set choices = '[[4,5],[12]]' where election_id = $id`],
    ],
    [
      'a leaf is deleted',
      ['B06'],
      [`delete from ${leaf} = 3`, `update ${leaf.replace('where', 'set index = index - 1 where')} > 3`],
    ],
    [
      'a leaf is doubled',
      ['B06', 'B12'],
      [
        `update ${leaf.replace('where', 'set index = index + 1000 where')} > 3`,
        `update ${leaf.replace('where', 'set index = index - 999 where')} > 1000`,
        `insert into ballot.leaf select election_id, 4, kind, leaf, hash, receipt, repeat('x', 32)::bytea, counter from ${leaf} = 3`,
      ],
    ],
    [
      'two leaves change places',
      ['B06'],
      [
        `update ${leaf.replace('where', 'set index = 1000 where')} = 2`,
        `update ${leaf.replace('where', 'set index = 2 where')} = 3`,
        `update ${leaf.replace('where', 'set index = 3 where')} = 1000`,
      ],
    ],
    [
      'a ballot is moved to another group',
      ['B10'],
      [`update ballot.ballot set group_key = 'members' where election_id = $id`],
    ],
    ['a ballot is gone', ['B15'], [`delete from ballot.ballot where election_id = $id and counter = 1`]],
    [
      'the result is written anew',
      ['B17'],
      [`update ballot.election set result = jsonb_set(result, '{accepted}', '1') where id = $id`],
    ],
    [
      'a head is signed by nobody',
      ['B05'],
      [`update ballot.head set note = replace(note, 'time 2', 'time 3') where election_id = $id`],
    ],
  ])('is named when %s', async (_, rules, changes) => {
    expect(await broken(...changes)).toEqual(expect.arrayContaining(rules))
  })
})
