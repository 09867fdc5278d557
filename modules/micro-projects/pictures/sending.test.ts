import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { accessRoutes } from '#kernel/access/index.ts'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { fileRoutes, localStore, useFileStore } from '#kernel/files/index.ts'
import { unknownTaken } from '#kernel/files/shared/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { pictureOutboxOn } from '../desk/pictures/outbox.ts'
import type { WaitingPicture } from '../desk/pictures/shelf.ts'
import { addTestProject, testPurse } from '../money/testing.ts'
import { pictureRoutes } from './routes.ts'
import { scene } from './testing.ts'

const { db } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'shishi-sending-'))
useFileStore(await localStore(folder))
const purse = await testPurse(db, 1)
const { app, signedIn } = testApi(db, api => accessRoutes(api, { demo: false }), fileRoutes, pictureRoutes)
const staff = await signedIn({ unitId: purse.villageId, roles: ['village-staff'] })
const colleague = await signedIn({ unitId: purse.villageId, roles: ['village-staff'] })
const projectId = await addTestProject(db, purse, { title: '修路肩', signers: purse.memberIds, state: 'building' })

/** The browser: whose session it holds, and after which request of a kind its network is gone. */
const browser = { session: staff, asked: [] as string[], cutAfter: undefined as string | undefined, away: false }
const real = globalThis.fetch
globalThis.fetch = (async (address: string, init: RequestInit = {}) => {
  if (browser.away || init.signal?.aborted) throw new TypeError('network')
  const { method = 'GET', body } = init
  const content = body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : body
  const headers = { ...(init.headers as object), cookie: browser.session.cookie }
  const reply = await app.request(address, { method, headers, ...(content && { body: content as never }) })
  browser.asked.push(`${method} ${address.replace(/uploads\/[^/]+/, 'uploads/…')}`)
  if (browser.cutAfter === method) browser.away = true
  return reply
}) as typeof fetch

afterAll(async () => {
  globalThis.fetch = real
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  Object.assign(browser, { session: staff, asked: [], cutAfter: undefined, away: false })
  await sql`delete from micro.picture`.execute(db)
  await sql`delete from files.upload`.execute(db)
  await sql`delete from files.file where kept_for is null`.execute(db)
})

/** What the browser of a telephone keeps. */
const shelf = () => {
  const kept = new Map<string, WaitingPicture>()
  return {
    read: async () => [...kept.values()],
    keep: async (one: WaitingPicture) => Boolean(kept.set(one.key, one)),
    drop: async (key: string) => kept.delete(key),
  }
}
const byOf = ({ ids: { accountId, postId } }: TestClient) => ({ accountId, postId })
let seed = 8000
const taken = async (more: Partial<WaitingPicture> = {}): Promise<WaitingPicture> => {
  seed += 1
  const blob = new Blob([new Uint8Array(await scene(seed))], { type: 'image/jpeg' })
  return {
    ...{
      key: crypto.randomUUID(),
      projectId,
      by: byOf(staff),
      part: 'during',
      name: '现场.jpg',
      blob,
      taken: unknownTaken,
    },
    ...{ at: `2026-03-02T08:00:0${seed % 10}Z`, ...more },
  }
}
const counts = async () => {
  const { rows } = await sql<{ pictures: number; uploads: number; loose: number }>`
    select (select count(*)::int from micro.picture) as pictures,
      (select count(*)::int from files.upload where file_key is null) as uploads,
      (select count(*)::int from files.file where kept_for is null) as loose`.execute(db)
  return rows[0]!
}
const addedBy = async () =>
  (await sql<{ by: number }>`select added_by as by from micro.picture`.execute(db)).rows.map(({ by }) => Number(by))

describe('a picture that waits', () => {
  it('is cut off half way, and goes on in another window from where the server has it', async () => {
    const kept = shelf()
    const first = pictureOutboxOn(kept)
    await first.add(await taken())
    browser.cutAfter = 'POST'
    expect([await first.flush(byOf(staff)), await counts()]).toEqual([0, { pictures: 0, uploads: 1, loose: 0 }])
    Object.assign(browser, { cutAfter: undefined, away: false, asked: [] })
    const second = pictureOutboxOn(kept)
    expect([await second.flush(byOf(staff)), await counts()]).toEqual([1, { pictures: 1, uploads: 0, loose: 0 }])
    expect([browser.asked.slice(0, 2), await kept.read()]).toEqual([
      ['GET /api/access/session', 'HEAD /api/files/uploads/…'],
      [],
    ])
  })

  it('is taken in once by windows that send at once, where the browser has no locks, too', async () => {
    const locks = Object.getOwnPropertyDescriptor(Navigator.prototype, 'locks')!
    for (const without of [false, true]) {
      if (without) Object.defineProperty(Navigator.prototype, 'locks', { value: undefined, configurable: true })
      const kept = shelf()
      const windows = [pictureOutboxOn(kept), pictureOutboxOn(kept)]
      await windows[0]!.add(await taken())
      await Promise.all(windows.map(each => each.flush(byOf(staff))))
      for (const each of windows) await each.flush(byOf(staff))
      expect([(await counts()).pictures, await kept.read()]).toEqual([without ? 2 : 1, []])
    }
    Object.defineProperty(Navigator.prototype, 'locks', locks)
  })

  it('is sent by whoever took it, not by the next who signs in', async () => {
    const outbox = pictureOutboxOn(shelf())
    await outbox.add(await taken())
    browser.session = colleague
    for (const by of [staff, colleague]) await outbox.flush(byOf(by))
    expect([await addedBy(), outbox.all().length]).toEqual([[], 1])
    browser.session = staff
    await outbox.flush(byOf(staff))
    expect([await addedBy(), outbox.all().length]).toEqual([[staff.ids.accountId], 0])
  })

  it('whose file nothing claimed in time is sent anew', async () => {
    const outbox = pictureOutboxOn(shelf())
    await outbox.add(await taken({ fileKey: 'swept', upload: '/api/files/uploads/swept' }))
    expect([await outbox.flush(byOf(staff)), (await counts()).pictures]).toEqual([1, 1])
  })

  it('refused by the server, is kept with what to do, and goes when that is done', async () => {
    const outbox = pictureOutboxOn(shelf())
    const one = await taken()
    await outbox.add(one)
    const to = (state: string) => sql`update micro.project set state = ${state} where id = ${projectId}`.execute(db)
    await to('paid')
    await outbox.flush(byOf(staff))
    expect(outbox.all().map(({ problem }) => problem)).toEqual(['项目“已拨付”，不能再改动“实施中”照片。'])
    await to('building')
    await outbox.again(one.key)
    expect([await outbox.flush(byOf(staff)), (await counts()).pictures]).toEqual([1, 1])
  })
})

describe('a picture that is given up', () => {
  it('half way leaves nothing on the server, and the next one goes on', async () => {
    const outbox = pictureOutboxOn(shelf())
    const [one, other] = [await taken(), await taken()]
    for (const each of [one, other]) await outbox.add(each)
    const stop = outbox.subscribe(() => {
      if (outbox.find(one.key)?.upload) void outbox.drop(one.key)
    })
    await outbox.flush(byOf(staff))
    stop()
    expect([browser.asked.includes('DELETE /api/files/uploads/…'), outbox.all(), await counts()]).toEqual([
      ...[true, [], { pictures: 1, uploads: 0, loose: 0 }],
    ])
  })

  it('while it waits or after it was refused leaves nothing there either, not the file that was made of it', async () => {
    const outbox = pictureOutboxOn(shelf())
    const [cut, refused] = [await taken(), await taken({ projectId: 0 })]
    await outbox.add(refused)
    await outbox.flush(byOf(staff))
    await outbox.add(cut)
    browser.cutAfter = 'POST'
    await outbox.flush(byOf(staff))
    Object.assign(browser, { cutAfter: undefined, away: false })
    const before = await counts()
    for (const { key } of [cut, refused]) await outbox.drop(key)
    expect([before, outbox.all(), await counts()]).toEqual([
      { pictures: 0, uploads: 1, loose: 1 },
      [],
      { pictures: 0, uploads: 0, loose: 0 },
    ])
  })
})
