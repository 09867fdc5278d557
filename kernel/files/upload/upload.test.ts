import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import sharp from 'sharp'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { type TestClient, testApi, testTree } from '#kernel/access/testing.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { fileRoutes, localStore, useFileStore } from '../index.ts'
import type { StoredFile } from '../shared/index.ts'
import { sweepUploads } from './sweep.ts'
import { MOST_OPEN } from './upload.ts'

const { db } = await testDatabase()
const tree = await testTree(db)
const folder = await mkdtemp(join(tmpdir(), 'shishi-uploads-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))

const { app, signedIn, visitor } = testApi(db, fileRoutes)
const clerk = await signedIn({ unitId: tree.county, roles: ['recommender'] })
const colleague = await signedIn({ unitId: tree.county, roles: ['recommender'] })

/** A picture that does not compress: some hundred thousand bytes. */
const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
const picture = await sharp({ create: { width: 700, height: 500, channels: 3, background: '#888', noise } })
  .jpeg({ quality: 95 })
  .toBuffer()
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex')

type Sent = { as?: TestClient; headers?: Record<string, string>; body?: BodyInit }
const ask = (method: string, path: string, { as = clerk, headers, body }: Sent = {}) =>
  app.request(path, { method, headers: { cookie: as.cookie, ...headers }, ...(body && { body }) })
const begin = (bytes: number, name = '施工前.jpg', as = clerk) =>
  ask('POST', '/api/files/uploads', {
    as,
    headers: {
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes),
      'upload-metadata': `filename ${Buffer.from(name).toString('base64')},is_confidential`,
    },
  })
const begun = async (bytes = picture.length) => (await begin(bytes)).headers.get('location')!
const proceed = (address: string, offset: number, body: Buffer, over: Sent = {}) =>
  ask('PATCH', address, {
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body: new Uint8Array(body),
    ...over,
  })
const offsetOf = async (address: string, as = clerk) => {
  const { status, headers } = await ask('HEAD', address, { as })
  return status === 200 ? Number(headers.get('upload-offset')) : status
}
const finish = (address: string, hash: string, as = clerk) =>
  ask('POST', `${address}/file`, {
    as,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sha256: hash }),
  })
const codeOf = async (response: Response) => ({
  status: response.status,
  code: ((await response.json()) as { code: string }).code,
})
const stored = async () => (await readdir(folder, { recursive: true })).filter(name => /[\da-f]{64}/.test(name)).length
const parts = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from files.upload_part`.execute(db)).rows[0]!.n

describe('an upload', () => {
  it('whose connection is cut half way goes on from there, and the file is whole', async () => {
    const address = await begun()
    const server = serve({ fetch: app.fetch, port: 0 })
    await vi.waitFor(() => expect(server.listening).toBe(true))
    const socket = connect((server.address() as { port: number }).port, '127.0.0.1')
    const head = [
      ...[`PATCH ${address} HTTP/1.1`, 'Host: x', `Cookie: ${clerk.cookie}`, `Content-Length: ${picture.length}`],
      ...['Content-Type: application/offset+octet-stream', 'Upload-Offset: 0'],
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    const half = Math.floor(picture.length / 2)
    socket.write(picture.subarray(0, half))
    await vi.waitFor(async () => expect(await offsetOf(address)).toBeGreaterThan(0), 10_000)
    socket.destroy()
    const cut = await vi.waitFor(async () => {
      const offset = Number(await offsetOf(address))
      expect(offset).toBe(half)
      return offset
    }, 10_000)
    server.close()
    expect((await proceed(address, cut, picture.subarray(cut))).headers.get('upload-offset')).toBe(
      String(picture.length),
    )
    const file = (await (await finish(address, sha256(picture))).json()) as StoredFile
    expect({ ...file, key: '' }).toMatchObject({ name: '施工前.jpg', kind: 'picture', bytes: picture.length })
    const { rows } = await sql<{ sha256: string }>`select sha256 from files.file where key = ${file.key}`.execute(db)
    expect([rows[0]!.sha256, await parts()]).toEqual([sha256(picture), 0])
  })

  it('says where it stands and until when it is kept', async () => {
    const address = await begun()
    await proceed(address, 0, picture.subarray(0, 1000))
    const { status, headers } = await ask('HEAD', address)
    const told = ['upload-offset', 'upload-length', 'tus-resumable', 'cache-control'].map(name => headers.get(name))
    expect([status, ...told]).toEqual([200, '1000', String(picture.length), '1.0.0', 'no-store'])
    expect(Date.parse(headers.get('upload-expires')!)).toBeGreaterThan(Date.now())
  })

  it('finished twice, as after a lost reply, is one file', async () => {
    const address = await begun()
    await proceed(address, 0, picture)
    const [one, other] = [await finish(address, sha256(picture)), await finish(address, sha256(picture))]
    expect(await one.json()).toEqual(await other.json())
  })
})

describe('an upload that is dropped', () => {
  it('is ended at once, wherever it stood, and what arrived is gone', async () => {
    const before = await parts()
    const [fresh, half] = [await begun(), await begun()]
    await proceed(half, 0, picture.subarray(0, 1000))
    for (const address of [fresh, half]) {
      const { status, headers } = await ask('DELETE', address)
      expect([status, headers.get('tus-resumable'), await offsetOf(address)]).toEqual([204, '1.0.0', 404])
      expect((await proceed(address, 1000, picture.subarray(1000))).status).toBe(404)
    }
    expect([await parts(), (await ask('DELETE', half)).status]).toEqual([before, 404])
  })

  it('takes along the file that became of it, unless something has claimed that', async () => {
    const made = async () => {
      const address = await begun()
      await proceed(address, 0, picture)
      return { address, ...((await (await finish(address, sha256(picture))).json()) as StoredFile) }
    }
    await sql`delete from files.file`.execute(db)
    const [claimed, alike] = [await made(), await made()]
    await sql`update files.file set kept_for = 'test' where key = ${claimed.key}`.execute(db)
    const before = await stored()
    for (const { address } of [claimed, alike]) await ask('DELETE', address)
    const left = await sql<{ key: string }>`select key from files.file`.execute(db)
    expect([left.rows, await stored()]).toEqual([[{ key: claimed.key }], before])
    await sql`update files.file set kept_for = null where key = ${claimed.key}`.execute(db)
    const last = await made()
    await sql`delete from files.file where key = ${claimed.key}`.execute(db)
    await ask('DELETE', last.address)
    expect(await stored()).toBe(0)
  })
})

describe('an upload is refused', () => {
  it('at any offset but the one it stands at, also when two go on at once', async () => {
    const address = await begun()
    await proceed(address, 0, picture.subarray(0, 1000))
    for (const offset of [0, 999, 1001, picture.length])
      expect(await codeOf(await proceed(address, offset, picture.subarray(0, 10)))).toEqual({
        ...{ status: 409, code: 'upload.offset' },
      })
    const both = await Promise.all([1, 2].map(() => proceed(address, 1000, picture.subarray(1000, 1500))))
    expect(both.map(({ status }) => status).toSorted()).toEqual([204, 409])
    expect(await offsetOf(address)).toBe(1500)
  })

  it('to everyone but its sender: neither asked after, nor continued, finished or dropped', async () => {
    const address = await begun()
    await proceed(address, 0, picture)
    for (const [as, status] of [
      [colleague, 403],
      [visitor, 401],
    ] as const) {
      const answers = await Promise.all([
        ask('HEAD', address, { as }),
        ask('GET', address, { as }),
        ask('DELETE', address, { as }),
        finish(address, sha256(picture), as),
        ask('PATCH', address, {
          as,
          headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
        }),
      ])
      expect(answers.map(answer => answer.status)).toEqual([status, status, status, status, status])
      expect(answers.map(answer => answer.headers.get('upload-offset'))).toEqual([null, null, null, null, null])
    }
    expect(await offsetOf(address)).toBe(picture.length)
  })

  it('when it is too long, longer than it said, of no length or without an offset', async () => {
    expect(await codeOf(await begin(20 * 1024 * 1024 + 1))).toEqual({ status: 413, code: 'file.too-large' })
    for (const bytes of [0, -1, 1.5, Number.NaN])
      expect(await codeOf(await begin(bytes))).toEqual({ status: 400, code: 'upload.header' })
    const address = (await begin(1000, '\0坏\u0001名.jpg')).headers.get('location')!
    expect(await codeOf(await proceed(address, 0, picture))).toEqual({ status: 413, code: 'upload.long' })
    expect(await codeOf(await ask('PATCH', address))).toEqual({ status: 415, code: 'upload.media' })
    expect(await offsetOf(address)).toBe(0)
  })

  it('when it is not complete, is not what was sent or no file that is taken, and leaves nothing in the store', async () => {
    const before = await stored()
    const address = await begun()
    await proceed(address, 0, picture.subarray(0, 2000))
    expect(await codeOf(await finish(address, sha256(picture)))).toEqual({ status: 409, code: 'upload.unfinished' })
    const other = Buffer.from(picture.subarray(2000))
    other[5000] = other[5000]! ^ 1
    await proceed(address, 2000, other)
    expect(await codeOf(await finish(address, sha256(picture)))).toEqual({ status: 422, code: 'upload.hash' })
    expect(await offsetOf(address)).toBe(404)
    const words = Buffer.from('不是照片'.repeat(400))
    const text = await begun(words.length)
    await proceed(text, 0, words)
    expect(await codeOf(await finish(text, sha256(words)))).toEqual({ status: 415, code: 'file.kind' })
    expect([await stored(), await readdir(join(folder, 'incoming'))]).toEqual([before, []])
  })

  it('after a day, and is swept with what arrived of it; so is what was dropped', async () => {
    const [old, dropped] = [await begun(), await begun()]
    for (const address of [old, dropped]) await proceed(address, 0, picture.subarray(0, 1000))
    await ask('DELETE', dropped)
    await sql`update files.upload set expires_at = clock_timestamp() where ${old} like '%' || key`.execute(db)
    expect([await offsetOf(old), await offsetOf(dropped)]).toEqual([404, 404])
    expect((await proceed(old, 1000, picture.subarray(1000))).status).toBe(404)
    await sql`update files.upload set expires_at = clock_timestamp()`.execute(db)
    await sweepUploads(db)
    const { rows } = await sql`select from files.upload`.execute(db)
    expect([rows.length, await parts()]).toEqual([0, 0])
  })

  it('to whoever has begun too many, until some are finished or dropped', async () => {
    const addresses = await Promise.all(Array.from({ length: MOST_OPEN }, () => begun()))
    expect(await codeOf(await begin(1000))).toEqual({ status: 429, code: 'upload.many' })
    expect((await begin(1000, 'a.jpg', colleague)).status).toBe(201)
    await ask('DELETE', addresses[0]!)
    expect((await begin(1000)).status).toBe(201)
  })
})
