import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import sharp, { type Exif, type Sharp } from 'sharp'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { type TestClient, testApi, testTree } from '#kernel/access/testing.ts'
import { inTransaction, sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { fileRoutes, keepFiles, localStore, publishFiles, readTakenOf, useFileStore } from './index.ts'
import type { StoredFile } from './shared/index.ts'
import { sweepOrphans } from './sweep.ts'

const { db } = await testDatabase()
const tree = await testTree(db)
const folder = await mkdtemp(join(tmpdir(), 'shishi-files-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))

const { app, api, signedIn } = testApi(db, fileRoutes)
const clerk = await signedIn({ unitId: tree.county, roles: ['recommender'] })
const colleague = await signedIn({ unitId: tree.county, roles: ['principal'] })
const above = await signedIn({ unitId: tree.city, roles: ['organiser'] })
const sibling = await signedIn({ unitId: tree.sibling, roles: ['recommender'] })

const put = (body: BodyInit, name: string, client: TestClient = clerk) =>
  app.request(`/api/files?name=${encodeURIComponent(name)}`, {
    method: 'PUT',
    body,
    headers: { cookie: client.cookie },
  })
const upload = async (body: BodyInit, name: string, client?: TestClient) =>
  (await (await put(body, name, client)).json()) as StoredFile
const refusal = async (body: BodyInit, name: string) => {
  const response = await put(body, name)
  const { code } = (await response.json()) as { code: string }
  return { status: response.status, code }
}
const get = (path: string, client?: TestClient) => app.request(path, client && { headers: { cookie: client.cookie } })

const blank = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background }, limitInputPixels: false })
const stored = async () => (await readdir(folder, { recursive: true })).filter(name => /[\da-f]{64}/.test(name)).length
const halfReceived = () => readdir(join(folder, 'incoming'))

/** A PNG whose header claims a size and whose body is a few bytes. */
const pngClaiming = async (width: number, height: number) => {
  const png = await blank(8, 8, '#fff').png().toBuffer()
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  png.writeUInt32BE(crc(png.subarray(12, 29)), 29)
  return png
}
const crc = (bytes: Uint8Array) => {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}

describe('an uploaded picture', () => {
  it('tells its size and its background', async () => {
    const file = await upload(await blank(413, 626, '#438edb').jpeg().toBuffer(), '张三.jpg')
    expect({ ...file, key: '', bytes: 0 }).toEqual({
      key: '',
      name: '张三.jpg',
      kind: 'picture',
      mime: 'image/jpeg',
      bytes: 0,
      facts: { width: 413, height: 626, format: 'jpeg', blueShare: 1, whiteShare: 0, scaled: false },
    })
  })

  it('shows white where the border is white, whatever stands in the middle', async () => {
    const face = await blank(200, 300, '#903020').png().toBuffer()
    const photo = await blank(413, 626, '#fefefe')
      .composite([{ input: face }])
      .png()
      .toBuffer()
    const { facts } = await upload(photo, '李四.png')
    expect(facts).toMatchObject({ blueShare: 0, whiteShare: 1 })
  })

  it('is turned upright and loses the place where it was taken', async () => {
    const photo = await blank(300, 200, '#888')
      .withExif({ IFD0: { Copyright: '住址' }, IFD3: { GPSLatitude: '34/1 40/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const { key, facts } = await upload(photo, '现场.jpg')
    expect(facts).toMatchObject({ width: 200, height: 300 })
    const served = Buffer.from(await (await get(`/api/files/${key}`, clerk)).arrayBuffer())
    const seen = await sharp(served).metadata()
    expect([seen.width, seen.height, seen.exif, seen.orientation]).toEqual([200, 300, undefined, undefined])
  })

  it('of 40 megapixels is taken, and served smaller', async () => {
    const { key, facts } = await upload(await blank(8000, 5000, '#777').jpeg().toBuffer(), '大图.jpg')
    expect(facts).toMatchObject({ width: 8000, height: 5000, scaled: true })
    const served = await (await get(`/api/files/${key}?size=320`, clerk)).arrayBuffer()
    expect((await sharp(Buffer.from(served)).metadata()).width).toBe(320)
  })

  it('gets the extension that its content has', async () => {
    expect((await upload(await blank(9, 9, '#123').png().toBuffer(), '照片.jpg')).name).toBe('照片.png')
  })
})

describe('hostile uploads are refused and leave nothing', () => {
  const jpeg = () => blank(400, 300, '#abc').jpeg().toBuffer()
  const cases: [string, () => Promise<BodyInit> | BodyInit, string, { status: number; code: string }][] = [
    ['a cut-off JPEG', async () => (await jpeg()).subarray(0, 700), 'a.jpg', { status: 422, code: 'picture.broken' }],
    ['a text named .jpg', () => '不是照片', 'a.jpg', { status: 415, code: 'file.kind' }],
    [
      'a PNG claiming 30,000 × 30,000',
      () => pngClaiming(30_000, 30_000),
      'a.png',
      { status: 422, code: 'picture.too-many-pixels' },
    ],
    [
      'an SVG',
      () => '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>',
      'a.svg',
      { status: 415, code: 'file.kind' },
    ],
    ['a page', () => '<!doctype html><script>alert(1)</script>', 'a.html', { status: 415, code: 'file.kind' }],
    ['a program', () => Buffer.from('MZ\x90\0\x03\0\0\0'), 'a.pdf', { status: 415, code: 'file.kind' }],
    ['nothing', () => '', 'a.jpg', { status: 400, code: 'file.empty' }],
    ['21 MB', () => Buffer.alloc(21 * 1024 * 1024), 'a.jpg', { status: 413, code: 'file.too-large' }],
  ]
  it.each(cases)('%s', async (_, body, name, expected) => {
    const before = await stored()
    expect(await refusal(await body(), name)).toEqual(expected)
    expect(await stored()).toBe(before)
    expect(await halfReceived()).toEqual([])
  })

  it('a photo from a phone as HEIC, with what to do', async () => {
    const heic = Buffer.from('00000018667479706865696300000000686569636d696631', 'hex')
    const response = await put(heic, 'IMG_1.HEIC')
    expect((await response.json()) as object).toMatchObject({
      code: 'file.kind',
      detail: expect.stringContaining('兼容性最佳'),
    })
  })

  it('a connection that breaks in the middle', async () => {
    const server = serve({ fetch: app.fetch, port: 0 })
    await vi.waitFor(() => expect(server.listening).toBe(true))
    const port = (server.address() as { port: number }).port
    const socket = connect(port, '127.0.0.1')
    const head = ['PUT /api/files?name=a.jpg HTTP/1.1', 'Host: x', `Cookie: ${clerk.cookie}`, 'Content-Length: 100000']
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    socket.write(Buffer.alloc(5000, 1))
    await vi.waitFor(async () => expect(await halfReceived()).toHaveLength(1), 5000)
    socket.destroy()
    await vi.waitFor(async () => expect(await halfReceived()).toEqual([]), 5000)
    server.close()
  })

  it('a JPEG that is a page as well is served as the picture alone', async () => {
    const polyglot = Buffer.concat([await jpeg(), Buffer.from('<script>alert(1)</script>')])
    const { key } = await upload(polyglot, 'a.html')
    const response = await get(`/api/files/${key}`, clerk)
    const served = Buffer.from(await response.arrayBuffer()).toString('latin1')
    expect(served).not.toContain('<script>')
    expect(response.headers.get('content-type')).toBe('image/jpeg')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
  })
})

describe('what a picture says of when and where it was taken', () => {
  const taken = (exif: Exif) => blank(40, 30, '#667').withExif(exif)
  const said = async (picture: Sharp, name: string) => {
    const file = await upload(await picture.toBuffer(), name)
    const { rows } = await sql<{ id: number }>`select id from files.file where key = ${file.key}`.execute(db)
    return { answered: JSON.stringify(file), taken: await readTakenOf(db, rows[0]!.id) }
  }
  const exif = {
    IFD2: { DateTimeOriginal: '2023:10:01 10:00:00' },
    IFD3: {
      ...{ GPSLatitudeRef: 'N', GPSLatitude: '28/1 8/1 30/1' },
      ...{ GPSLongitudeRef: 'E', GPSLongitude: '113/1 37/1 30/1' },
    },
  }

  it('is kept for the check and stands in no answer and no copy', async () => {
    const expected = { takenAt: '2023-10-01T02:00:00.000Z', latitude: 28 + 8.5 / 60, longitude: 113 + 37.5 / 60 }
    for (const picture of [taken(exif).jpeg(), taken(exif).webp()]) {
      const { answered, taken } = await said(picture, '施工前.jpg')
      expect(taken).toEqual(expected)
      expect(answered).not.toMatch(/2023|28\.1|113\.6/)
    }
  })

  it('counts as not said where it is impossible', async () => {
    const nonsense = {
      IFD2: { DateTimeOriginal: '2023:19:41 10:00:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '0/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '0/1 0/1 0/1' },
    }
    const nothing = { takenAt: null, latitude: null, longitude: null }
    expect((await said(taken(nonsense).jpeg(), '坏.jpg')).taken).toEqual(nothing)
    expect((await said(blank(40, 30, '#667').png(), '无.png')).taken).toEqual(nothing)
  })

  it('has the offset that the telephone wrote', async () => {
    const abroad = taken({ IFD2: { DateTimeOriginal: '2023:10:01 10:00:00', OffsetTimeOriginal: '+09:00' } })
    expect((await said(abroad.jpeg(), '时区.jpg')).taken.takenAt).toBe('2023-10-01T01:00:00.000Z')
  })
})

describe('who reads a file', () => {
  it('its unit and those above it, nobody beside it and no visitor', async () => {
    const { key } = await upload(await blank(9, 9, '#456').png().toBuffer(), '证明.png')
    const status = async (client?: TestClient) => (await get(`/api/files/${key}`, client)).status
    expect(await Promise.all([clerk, colleague, above, sibling, undefined].map(status))).toEqual([
      200, 200, 200, 403, 401,
    ])
    expect((await get(`/files/${key}`)).status).toBe(404)
  })

  it('everyone, once the page that shows it is issued', async () => {
    const { key } = await upload(await blank(9, 9, '#789').png().toBuffer(), '公示照片.png')
    await inTransaction(db, async tx => {
      const [file] = await keepFiles(
        tx,
        { id: `account:${clerk.ids.accountId}`, unitId: tree.county },
        [key],
        'evidence',
      )
      await publishFiles(tx, [file!.id])
    })
    expect((await get(`/files/${key}`)).status).toBe(200)
  })

  it('a name cannot break the header it stands in', async () => {
    const { key, name } = await upload(await blank(9, 9, '#999').png().toBuffer(), '公示"；\r\nX: 1\u202egpj.doc')
    expect(name).toBe('公示_；X_ 1gpj.png')
    const response = await get(`/api/files/${key}?download=1`, clerk)
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="____X_ 1gpj.png"; filename*=UTF-8\'\'%E5%85%AC%E7%A4%BA_%EF%BC%9BX_%201gpj.png',
    )
  })
})

describe('claiming', () => {
  const uploader = (client: TestClient) => ({ id: `account:${client.ids.accountId}`, unitId: client.ids.unitId })
  const picture = (shade: string) => blank(9, 9, shade).png().toBuffer()

  it('refuses a file of another unit', async () => {
    const { key } = await upload(await picture('#a00'), '甲.png')
    const claim = inTransaction(db, tx => keepFiles(tx, uploader(sibling), [key], 'evidence'))
    await expect(claim).rejects.toMatchObject({ code: 'file.unknown' })
  })

  it('saves from the sweep, which removes what was never named, and its content with the last file that has it', async () => {
    const content = await picture('#0a0')
    const kept = await upload(content, '留.png')
    const orphan = await upload(content, '弃.png')
    const lonely = await upload(await picture('#00a'), '弃二.png')
    await inTransaction(db, tx => keepFiles(tx, uploader(clerk), [kept.key], 'evidence'))
    await sql`update files.file set created_at = created_at - interval '2 days'`.execute(db)
    await sweepOrphans(api.db)
    const status = async (key: string) => (await get(`/api/files/${key}`, clerk)).status
    expect(await Promise.all([kept.key, orphan.key, lonely.key].map(status))).toEqual([200, 404, 404])
    expect(await stored()).toBe(8)
  })
})
