import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { testApi, testTree } from '#kernel/access/testing.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { PIECE, sendInPieces } from '#platform/ui/desk/send-in-pieces.ts'
import { fileRoutes, localStore, useFileStore } from '../index.ts'
import { type StoredFile, uploadsPath } from '../shared/index.ts'

const { db } = await testDatabase()
const tree = await testTree(db)
const folder = await mkdtemp(join(tmpdir(), 'shishi-pieces-'))
useFileStore(await localStore(folder))
const { app, signedIn } = testApi(db, fileRoutes)
const staff = await signedIn({ unitId: tree.county, roles: ['village-staff'] })

const grain = { type: 'gaussian' as const, mean: 128, sigma: 60 }
const photograph = await sharp({ create: { width: 1500, height: 1000, channels: 3, background: '#888', noise: grain } })
  .jpeg({ quality: 95 })
  .toBuffer()
const blob = new Blob([new Uint8Array(photograph)], { type: 'image/jpeg' })

type Fault = 'none' | 'half' | 'lost'
let sent: { method: string; offset: number; bytes: number }[] = []
/** What becomes of the next requests with a piece: all is well, half of it arrives, or all of it and the reply is lost. */
let faults: Fault[] = []
let away = false

const real = globalThis.fetch
globalThis.fetch = (async (address: string, init: RequestInit) => {
  if (away || init.signal?.aborted) throw new TypeError('network')
  const body = init.body as Blob | string | undefined
  const headers: Record<string, string> = { ...(init.headers as object), cookie: staff.cookie }
  const piece = body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : undefined
  const fault = piece ? (faults.shift() ?? 'none') : 'none'
  const arriving = fault === 'half' ? piece!.subarray(0, Math.floor(piece!.length / 2)) : (piece ?? body)
  sent.push({ method: init.method!, offset: Number(headers['upload-offset'] ?? -1), bytes: piece?.length ?? 0 })
  const reply = await app.request(address, {
    method: init.method!,
    headers,
    ...(arriving && { body: arriving as never }),
  })
  if (fault !== 'none') throw new TypeError('network')
  return reply
}) as typeof fetch

afterAll(async () => {
  globalThis.fetch = real
  await rm(folder, { recursive: true })
})
afterEach(() => {
  sent = []
  faults = []
  away = false
})

const shaOf = async (file: StoredFile) => {
  const { rows } = await sql<{ sha256: string }>`select sha256 from files.file where key = ${file.key}`.execute(db)
  return rows[0]!.sha256
}
const expected = createHash('sha256').update(photograph).digest('hex')
const pieces = () => sent.filter(({ method }) => method === 'PATCH')

describe('a picture sent in pieces', () => {
  it('goes on at what arrived when a piece is cut or a reply is lost, and sends nothing twice that is there', async () => {
    faults = ['none', 'half', 'lost']
    const file = (await sendInPieces(uploadsPath, blob, { name: '施工后.jpg' })) as StoredFile
    expect([file.name, await shaOf(file)]).toEqual(['施工后.jpg', expected])
    const half = PIECE + Math.floor(PIECE / 2)
    expect(
      pieces()
        .slice(0, 4)
        .map(({ offset }) => offset),
    ).toEqual([0, PIECE, half, half + PIECE])
    expect(sent.filter(({ method }) => method === 'HEAD')).toHaveLength(2)
  })

  it('left without a network is taken up later where it stood, as by a page opened anew', async () => {
    let address = ''
    const onProgress = (share: number) => {
      away = share > 0.3
    }
    const onBegun = (begun: string) => {
      address = begun
    }
    const cut = sendInPieces(uploadsPath, blob, { name: 'a.jpg', onBegun, onProgress })
    await expect(cut).rejects.toMatchObject({ code: 'network.unreachable' })
    away = false
    const before = pieces().reduce((sum, { bytes }) => sum + bytes, 0)
    sent = []
    const file = (await sendInPieces(uploadsPath, blob, { name: 'a.jpg', resume: address })) as StoredFile
    expect([await shaOf(file), pieces()[0]!.offset]).toEqual([expected, before])
    expect(pieces().reduce((sum, { bytes }) => sum + bytes, before)).toBe(photograph.length)
  })

  it('whose upload is known no more begins anew', async () => {
    const file = (await sendInPieces(uploadsPath, blob, { name: 'a.jpg', resume: `${uploadsPath}/gone` })) as StoredFile
    expect([await shaOf(file), pieces()[0]!.offset]).toEqual([expected, 0])
  })

  it('given up on its way is ended on the server at once, also while it is being begun', async () => {
    const open = async () => (await sql`select from files.upload where file_key is null`.execute(db)).rows.length
    const before = await open()
    for (const at of ['begun', 'sent'] as const) {
      const giveUp = new AbortController()
      const onBegun = () => at === 'begun' && giveUp.abort()
      const onProgress = (share: number) => share > 0.3 && giveUp.abort()
      const sending = sendInPieces(uploadsPath, blob, { name: 'a.jpg', onBegun, onProgress, signal: giveUp.signal })
      await expect(sending).rejects.toMatchObject({ code: 'network.unreachable' })
      expect([sent.at(-1)!.method, await open()]).toEqual(['DELETE', before])
    }
  })

  it('that is none is refused with the server’s words', async () => {
    const text = new Blob(['不是照片'.repeat(100_000)])
    await expect(sendInPieces(uploadsPath, text, { name: 'a.jpg' })).rejects.toMatchObject({ code: 'file.kind' })
  })
})
