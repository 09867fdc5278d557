import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import {
  findFilesByKey,
  keepFiles,
  localStore,
  receive,
  shownHash,
  storeFile,
  useFileStore,
} from '#kernel/files/index.ts'
import { inTransaction } from '#platform/db/index.ts'
import { Problem } from '#platform/http/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { openElection, sampleRules, testOffice } from '../testing.ts'
import { ballotPages } from './index.tsx'

const { db } = await testDatabase()
const office = await testOffice(db)
const folder = await mkdtemp(join(tmpdir(), 'shishi-pictures-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))
const app = new Hono()
app.onError((error, c) => c.text(error.message, error instanceof Problem ? (error.status as 400) : 500))
ballotPages(app, { db, clientAddress: () => '10.1.2.3' })

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const uploader = { id: 'account:1', unitId: office.units.city }

/** A portrait as a telephone takes it, handed in and kept; its hash as the public will be given it. */
const portrait = async (background: string) => {
  const original = await sharp({ create: { width: 413, height: 626, channels: 3, background } })
    .withExif({ IFD3: { GPSLatitude: '35/1 14/1 0/1' } })
    .jpeg()
    .toBuffer()
  const { key } = await storeFile(
    db,
    uploader,
    await receive(new Response(new Uint8Array(original)).body as never),
    '照片.jpg',
  )
  await inTransaction(db, tx => keepFiles(tx, uploader, [key], 'portrait'))
  const [file] = await findFilesByKey(db, [key])
  return { original, file: file!, shown: await shownHash(db, file!) }
}

const withPicture = (picture: string) =>
  sampleRules().categories.map(category => ({
    ...category,
    candidates: category.candidates.map(each => (each.no === 1 ? { ...each, picture } : each)),
  }))

it('The picture that anybody saves from a page has the hash that is frozen in the list', async () => {
  const { original, file, shown } = await portrait('#438edb')
  const { slug } = await openElection(db, office, { categories: withPicture(shown) })
  const get = (hash: string) => app.request(`/ballot/${slug}/pictures/${hash}`)
  const saved = await get(shown)
  const bytes = new Uint8Array(await saved.arrayBuffer())
  expect([saved.status, sha256(bytes)]).toEqual([200, shown])
  expect((await sharp(bytes).metadata()).exif).toBe(undefined)
  expect(sha256(original)).toBe(file.sha256)
  expect((await get(file.sha256)).status).toBe(404)
  expect(await shownHash(db, file)).toBe(shown)
})

it('A picture of nobody on the list is given to nobody', async () => {
  const [listed, other] = [await portrait('#111111'), await portrait('#222222')]
  const { slug } = await openElection(db, office, { categories: withPicture(listed.shown) })
  expect((await app.request(`/ballot/${slug}/pictures/${other.shown}`)).status).toBe(404)
})
