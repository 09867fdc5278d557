import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { type TestClient, testApi } from '#kernel/access/testing.ts'
import { fileRoutes, localStore, useFileStore } from '#kernel/files/index.ts'
import type { StoredFile } from '#kernel/files/shared/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { addTestProject, testPurse } from '../money/testing.ts'
import type { State } from '../shared/index.ts'
import { pictureApi } from '../shared/index.ts'
import { pixelated } from './blur.ts'
import { distanceMetres } from './place.ts'
import { pictureRoutes } from './routes.ts'
import { cropped, recompressed, scene } from './testing.ts'

const { db } = await testDatabase()
const folder = await mkdtemp(join(tmpdir(), 'shishi-pictures-'))
useFileStore(await localStore(folder))
afterAll(() => rm(folder, { recursive: true }))

const purse = await testPurse(db, 1)
const { app, signedIn } = testApi(db, fileRoutes, pictureRoutes)
const staff = await signedIn({ unitId: purse.villageId, roles: ['village-staff'] })
const neighbour = await signedIn({ unitId: purse.otherId, roles: ['village-staff'] })
const office = await signedIn({ unitId: purse.districtId, roles: ['party-office'] })
const leader = await signedIn({ unitId: purse.districtId, roles: ['leader'] })

const project = async (title: string, state: State = 'building') => {
  const id = await addTestProject(db, purse, { title, signers: purse.memberIds, state })
  const brief = JSON.stringify({ startsOn: '2023-10-08', finishesOn: '2023-10-20' })
  await sql`update micro.project set brief = ${brief}::jsonb where id = ${id}`.execute(db)
  return id
}
const upload = async (picture: Buffer, client: TestClient = staff) => {
  const sent = { method: 'PUT', body: new Uint8Array(picture), headers: { cookie: client.cookie } }
  const answer = await app.request('/api/files?name=a.jpg', sent)
  return ((await answer.json()) as StoredFile).key
}
type Told = Partial<pictureApi.AttachInput>
const attach = async (id: number, part: Told['part'], picture: Buffer, told: Told = {}, client = staff) =>
  client.call(pictureApi.attachPicture, {
    params: { id },
    body: { part: part!, fileKey: await upload(picture, client), ...told },
  })
const list = (id: number, client: TestClient = staff) => client.call(pictureApi.listPictures, { params: { id } })
const messages = async (id: number, client?: TestClient) =>
  (await list(id, client)).findings.map(({ severity, message }) => `${severity}：${message}`)

let seed = 5000
const place = () => {
  seed += 1
  return scene(seed)
}

describe('pictures of a project', () => {
  it('are missing until one before and one after is there', async () => {
    const id = await project('修路肩')
    expect(await messages(id)).toEqual(['block：缺少项目实施之前的照片。', 'block：缺少项目完成之后的照片。'])
    await attach(id, 'before', await place())
    await attach(id, 'after', await place())
    expect(await messages(id)).toEqual([])
  })

  it('keep when and where they were taken by their file, before what the telephone told', async () => {
    const id = await project('装路灯')
    const exif = {
      IFD2: { DateTimeOriginal: '2023:10:09 08:30:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '28/1 6/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '113/1 36/1 0/1' },
    }
    const told = { takenAt: '2023-10-10T00:00:00Z', latitude: 30, longitude: 110 }
    await attach(
      id,
      'during',
      await sharp(await place())
        .withExif(exif)
        .jpeg()
        .toBuffer(),
      told,
    )
    await attach(id, 'during', await place(), { ...told, privacy: 'none' })
    const { rows } = await sql<object>`
      select taken_at, latitude, longitude, privacy from micro.picture where project_id = ${id} order by id`.execute(db)
    expect(rows).toEqual([
      { taken_at: '2023-10-09T00:30:00Z', latitude: 28.1, longitude: 113.6, privacy: null },
      { taken_at: '2023-10-10T00:00:00Z', latitude: 30, longitude: 110, privacy: 'none' },
    ])
    const seen = await list(id)
    expect(seen.pictures.map(({ takenAt, placed }) => [takenAt, placed])).toEqual([
      ['2023-10-09T00:30:00Z', true],
      ['2023-10-10T00:00:00Z', true],
    ])
    expect(JSON.stringify(seen)).not.toMatch(/113\.6|28\.1|latitude/)
  })

  it('sent twice are one', async () => {
    const [id, picture] = [await project('挖水沟'), await place()]
    const [first, again] = [await attach(id, 'before', picture), await attach(id, 'before', picture)]
    expect(again).toEqual(first)
    expect((await list(id)).pictures.length).toBe(1)
  })
})

describe('a picture that was used before', () => {
  it('blocks a project whose after is its before, cropped and saved anew', async () => {
    const [id, picture] = [await project('清理塘堰'), await place()]
    await attach(id, 'before', picture)
    const copy = await recompressed(await cropped(picture, [0.1, 0.05, 0.02, 0.12]))
    const { id: after, findings } = await attach(id, 'after', copy)
    const said = { path: `pictures.${after}`, severity: 'block', rule: 'R004-04' }
    expect(findings).toEqual([{ ...said, message: '项目前后照片高度相似，请重新上传。' }])
    await staff.call(pictureApi.removePicture, { params: { id, pictureId: after } })
    await attach(id, 'after', await place())
    expect(await messages(id)).toEqual([])
  })

  it('in another year blocks, and only the office that checks is told where', async () => {
    const [earlier, later, picture] = [await project('王家湾护栏', 'paid'), await project('安装护栏'), await place()]
    await sql`update micro.project set state = 'building' where id = ${earlier}`.execute(db)
    await attach(earlier, 'before', picture)
    await sql`update micro.project set state = 'paid' where id = ${earlier}`.execute(db)
    await attach(later, 'before', await recompressed(await cropped(picture, [0, 0.15, 0.1, 0])))
    await attach(later, 'after', await place())
    expect(await messages(later)).toEqual([
      'block：这张照片与另一项目中已经用过的照片高度相似。请上传本项目现场拍摄的照片；确是现场拍摄的，请联系党建办核对。',
    ])
    expect(await messages(later, leader)).toEqual(await messages(later))
    expect(await messages(later, office)).toEqual([
      'block：这张照片与2023年的“王家湾护栏”中已经用过的照片高度相似，请核对；确是本项目现场拍摄的，写明理由后可以放行。',
    ])
    expect(await messages(earlier, office)).toContain(
      'warning：2023年的“安装护栏”后来上传的照片与这张高度相似，请核对是在哪个项目现场拍摄的。',
    )
    expect(JSON.stringify(await list(later))).not.toContain('王家湾')
    expect((await messages(earlier)).join()).not.toContain('已经用过')
  })

  it('is let pass by the office that checks, with its reason beside the picture for every later reader', async () => {
    const [draft, owner, picture] = [await project('邻村先传', 'building'), await project('本村护坡'), await place()]
    await attach(draft, 'before', picture)
    const { id: pictureId } = await attach(owner, 'before', picture)
    await attach(owner, 'after', await place())
    expect((await messages(owner)).join()).toContain('请联系党建办核对')
    const cards = async (by: TestClient) => (await list(owner, by)).pictures.map(({ clearable }) => clearable)
    expect([await cards(office), await cards(staff), await cards(leader)]).toEqual([
      [true, false],
      [false, false],
      [false, false],
    ])
    const clear = (by: TestClient, reason = '到现场看过，是本村护坡') =>
      by.call(pictureApi.clearPicture, { params: { id: owner, pictureId }, body: { reason } })
    for (const by of [staff, neighbour, leader]) await expect(clear(by)).rejects.toMatchObject({ status: 403 })
    await expect(clear(office, ' ')).rejects.toMatchObject({ status: 422 })
    await clear(office)
    expect([await messages(owner), await messages(owner, office)]).toEqual([[], []])
    expect((await messages(draft, office)).join()).not.toContain('高度相似')
    for (const by of [staff, leader])
      expect((await list(owner, by)).pictures[0]!.cleared).toMatchObject({ reason: '到现场看过，是本村护坡' })
    await expect(clear(office)).rejects.toMatchObject({ status: 409, code: 'picture.clear' })
    const { rows } = await sql<{ detail: object }>`
      select detail from audit.entry where action = 'micro.picture.clear' and subject_id = ${String(owner)}`.execute(db)
    expect(rows).toMatchObject([{ detail: { picture: pictureId, reason: '到现场看过，是本村护坡' } }])
  })

  it('by a project that came to nothing may be used again', async () => {
    const [dropped, id, picture] = [await project('旧申报'), await project('新申报'), await place()]
    await attach(dropped, 'before', picture)
    await sql`update micro.project set state = 'withdrawn' where id = ${dropped}`.execute(db)
    await attach(id, 'before', picture)
    expect(await messages(id)).toEqual(['block：缺少项目完成之后的照片。'])
  })

  it('is found when two projects send it at the same moment', async () => {
    const [one, other, picture] = [await project('甲'), await project('乙'), await place()]
    const ids = [one, other]
    await Promise.all(ids.map(id => attach(id, 'before', picture)))
    const said = await Promise.all(ids.map(id => messages(id)))
    expect(said.flat().filter(message => message.includes('已经用过')).length).toBe(1)
  })
})

describe('time and place of pictures', () => {
  const added = async (part: Told['part'], told: Told) => {
    const id = await project('核对时间')
    return (await attach(id, part, await place(), told)).findings.map(({ severity, message }) => [severity, message])
  }

  it.each([
    ['during', '2023-10-01T02:00:00Z', '实施中的照片在开工之前拍摄于2023年10月1日，请核对。'],
    ['after', '2023-09-30T16:30:00Z', '完成后的照片在开工之前拍摄于2023年10月1日，请核对。'],
    ['before', '2022-01-01T02:00:00Z', '实施前的照片早在一年以前拍摄于2022年1月1日，请核对。'],
    ['before', '2999-01-01T02:00:00Z', '照片的拍摄时间（2999年1月1日）晚于上传时间，请检查手机的日期和时间。'],
  ] as const)('%s at %s is asked about', async (part, takenAt, message) => {
    expect(await added(part, { takenAt })).toEqual([['warning', message]])
  })

  it.each([
    ['before', '2023-10-08T02:00:00Z'],
    ['during', '2023-10-08T02:00:00Z'],
    ['after', '2023-10-19T02:00:00Z'],
  ] as const)('%s at %s is right', async (part, takenAt) => {
    expect(await added(part, { takenAt })).toEqual([])
  })

  it('far from the others warns, near to them does not', async () => {
    const id = await project('核对地点')
    for (const part of ['before', 'during', 'after'] as const)
      await attach(id, part, await place(), { latitude: 28.1, longitude: 113.6 })
    expect(await messages(id)).toEqual([])
    const { findings } = await attach(id, 'after', await place(), { latitude: 28.2, longitude: 113.6 })
    const message = '这张照片的拍摄地点离其他照片约11.1公里，请核对是否在项目现场拍摄。'
    expect(findings.map(({ severity, message }) => [severity, message])).toEqual([['warning', message]])
  })

  it('is measured along the ground', () => {
    // Paris – London, 344 km by great circle
    const metres = distanceMetres({ latitude: 48.8566, longitude: 2.3522 }, { latitude: 51.5074, longitude: -0.1278 })
    expect(Math.round(metres / 1000)).toBe(344)
  })
})

describe('打码', () => {
  it('puts squares where a face was, keeps the rest, and shows the picture as it came no more', async () => {
    const id = await project('打码')
    const told = { takenAt: '2023-10-09T00:30:00Z', latitude: 28.1, longitude: 113.6 }
    const { id: pictureId } = await attach(id, 'before', await place(), told)
    const before = (await list(id)).pictures[0]!
    const params = { id, pictureId }
    await staff.call(pictureApi.blurPicture, { params, body: { areas: [{ x: 0.8, y: 0.8, width: 0.9, height: 0.9 }] } })
    const after = (await list(id)).pictures[0]!
    expect([after.id, after.privacy, after.takenAt, after.placed]).toEqual([pictureId, 'blurred', told.takenAt, true])
    expect(after.fileKey).not.toBe(before.fileKey)
    await expect(
      neighbour.call(pictureApi.blurPicture, { params, body: { areas: [{ x: 0, y: 0, width: 1, height: 1 }] } }),
    ).rejects.toMatchObject({ status: 403 })
  })

  it('leaves at most six shades a side in an area', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
    const grain = sharp({ create: { width: 120, height: 120, channels: 3, background: '#888', noise } })
    const blurred = await pixelated(await grain.png().toBuffer(), [{ x: 0, y: 0, width: 1, height: 1 }])
    const row = await sharp(blurred).extract({ left: 0, top: 10, width: 120, height: 1 }).greyscale().raw().toBuffer()
    // A JPEG's own ringing is a few steps of grey; between the squares there are none of the noise's.
    const jumps = [...row].filter((grey, at) => at > 0 && at % 20 > 1 && Math.abs(grey - row[at - 1]!) > 12)
    expect(jumps).toEqual([])
  })
})

describe('who may do what', () => {
  it('leaves the pictures of a village to its staff and the lead', async () => {
    const id = await project('权限')
    await expect(attach(id, 'before', await place(), {}, neighbour)).rejects.toMatchObject({ status: 403 })
    await expect(attach(id, 'before', await place(), {}, office)).rejects.toMatchObject({ status: 403 })
    await expect(list(id, neighbour)).rejects.toMatchObject({ status: 403 })
    const { id: pictureId } = await attach(id, 'before', await place())
    const params = { id, pictureId }
    await expect(neighbour.call(pictureApi.removePicture, { params })).rejects.toMatchObject({ status: 403 })
    const other = { id: await project('另一个'), pictureId }
    await expect(staff.call(pictureApi.removePicture, { params: other })).rejects.toMatchObject({ status: 404 })
  })

  it('ends with the publicity, but whether a picture may be shown is answered at any time', async () => {
    const id = await project('公示以后')
    const { id: pictureId } = await attach(id, 'before', await place(), { privacy: 'consent' })
    await sql`update micro.project set state = 'publicity' where id = ${id}`.execute(db)
    await expect(attach(id, 'after', await place())).rejects.toMatchObject({ status: 409, code: 'micro.state' })
    const params = { id, pictureId }
    await expect(staff.call(pictureApi.removePicture, { params })).rejects.toMatchObject({ code: 'micro.state' })
    await staff.call(pictureApi.answerPrivacy, { params, body: { privacy: 'blurred' } })
    const { pictures, permissions } = await list(id)
    expect([pictures[0]!.privacy, permissions.attach]).toEqual(['blurred', ['notice']])
  })

  it('refuses a file that is no picture', async () => {
    const id = await project('不是照片')
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF')
    await expect(attach(id, 'before', pdf)).rejects.toMatchObject({ code: 'file.kind' })
  })
})
