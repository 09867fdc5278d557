import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readScan } from '#kernel/documents/index.ts'
import { pdfPages } from '#kernel/documents/testing/pdf.ts'
import { localStore, receive, storeFile, useFileStore } from '#kernel/files/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { signatureApi } from '../shared/index.ts'
import { draft, type MicroWorld, microWorld, onDay, passUpTo, readyDraft } from '../testing.ts'
import { readSheet } from './sheet-reading.ts'
import { newHousehold } from './testing.ts'

const { db } = await testDatabase()
let world: MicroWorld

beforeAll(async () => {
  useFileStore(await localStore(await mkdtemp(join(tmpdir(), 'micro-sheets-'))))
  await onDay(db, '2023-10-07')
  world = await microWorld(db)
})

type By = keyof MicroWorld['people']

const print = async (id: number, paper: string, by: By = 'staff') => {
  const path = `/api/micro/projects/${id}/papers/${paper}`
  const answer = await world.app.request(path, { headers: { cookie: world.people[by].cookie } })
  return { status: answer.status, file: Buffer.from(await answer.arrayBuffer()) }
}

/** Each page as it lies on a table in bad light, a little askew: never the same picture twice. */
const photographs = async (pdf: Buffer, angle = 3): Promise<Buffer[]> => {
  const pages = await readScan(pdf)
  return Promise.all(
    pages.map(({ preview }) =>
      sharp(preview)
        .rotate(angle, { background: '#6b5b4b' })
        .extend({ top: 60, left: 40, right: 40, bottom: 60, background: '#6b5b4b' })
        .modulate({ brightness: 0.8 })
        .jpeg({ quality: 70 })
        .toBuffer(),
    ),
  )
}

const upload = async (file: Buffer, by: By = 'staff') => {
  const { accountId, unitId } = world.people[by].ids
  const received = await receive(new Blob([new Uint8Array(file)]).stream() as never)
  return (await storeFile(db, { id: `account:${accountId}`, unitId }, received, '签名表.jpg')).key
}

/** Enters a photographed sheet with new households, and has the job look it through. */
const enter = async (id: number, photo: Buffer, many = 2) => {
  const households = Array.from({ length: many }, () => newHousehold())
  const body = { sheetKey: await upload(photo), households }
  await world.people.staff.call(signatureApi.signOnPaper, { params: { id }, body })
  await looked()
}

/** Runs the job of the newest sheet; twice, as a queue may. */
const looked = async () => {
  const { rows } = await sql<{ data: { sheetId: number } }>`
    select data from pgboss.job where name = ${readSheet.name} order by created_on desc limit 1`.execute(db)
  for (let run = 0; run < 2; run += 1) await readSheet.handle(db, rows[0]!.data, { id: '1', last: false })
}

const signs = async (id: number) =>
  (await world.people.office.call(signatureApi.getSigns, { params: { id } })).findings
    .filter(({ message }) => message.includes('签名表'))
    .map(({ message }) => message.replace(/[0-9A-Z]{5}-[0-9A-Z]{5}/, '×'))

const project = (title: string) => readyDraft(world, { ...draft, title })

describe('a printed signature sheet', { timeout: 120_000 }, () => {
  it('has a number of its own, on every print and every copy', async () => {
    const id = await project('修路')
    const files = [
      await print(id, 'sheet/pdf?copies=3'),
      await print(id, 'sheet/pdf'),
      await print(id, 'application/pdf'),
    ]
    const codes = await Promise.all(files.map(async ({ file }) => (await readScan(file)).map(page => page.codes)))
    expect(codes.map(pages => pages.length)).toEqual([3, 1, 2])
    expect(codes[2]![0]).toEqual(codes[2]![1])
    const all = codes.flat(2)
    expect(new Set(all).size).toBe(5)
    expect(all.every(words => /^签名表[0-9A-Z]{10}$/.test(words))).toBe(true)
    const [page] = await pdfPages(files[1]!.file)
    expect(page!.text).toContain('申报村（社区）名称：东村')
    expect(page!.text).toContain('项目名称：修路')
    expect(page!.text).toMatch(/签名表编号[0-9A-Z]{5}-[0-9A-Z]{5}/)
  })

  it('is no longer printed once the project is on its way, nor ever more than twenty at once', async () => {
    const id = await project('修桥')
    expect((await print(id, 'sheet/pdf?copies=21')).status).toBe(422)
    await passUpTo(world, id, 'secretary')
    expect((await print(id, 'sheet/pdf')).status).toBe(409)
    const [form] = await readScan((await print(id, 'application/pdf')).file)
    expect(form!.codes).toEqual([])
  })

  it('that is photographed twice is found, though no two pictures of it are the same', async () => {
    const id = await project('修渠')
    const { file } = await print(id, 'sheet/pdf')
    const [first, again] = [(await photographs(file, 2))[0]!, (await photographs(file, -5))[0]!]
    await enter(id, first!)
    expect(await signs(id)).toEqual([])
    await enter(id, again!)
    expect(await signs(id)).toEqual([
      '第9、10户与第7、8户是同一张签名表（编号×）的两张照片，请核对原件上各户是否都有签名。',
    ])
  })

  it('may be photographed for its members first: households entered twice from it are found all the same', async () => {
    const id = await project('修塘')
    const { file } = await print(id, 'sheet/pdf')
    const [forMembers, first, again] = await Promise.all(
      [1, 2, -4].map(async angle => (await photographs(file, angle))[0]!),
    )
    const body = { memberIds: [world.memberIds[5]!], sheetKey: await upload(forMembers!) }
    await world.people.staff.call(signatureApi.addBackings, { params: { id }, body })
    await looked()
    await enter(id, first!)
    expect(await signs(id)).toEqual([])
    await enter(id, again!)
    expect(await signs(id)).toHaveLength(1)
  })

  it('is not taken for another of the same print', async () => {
    const id = await project('修井')
    for (const photo of await photographs((await print(id, 'sheet/pdf?copies=2')).file)) await enter(id, photo)
    expect(await signs(id)).toEqual([])
  })

  it('that was printed for another project is found', async () => {
    const [asked, other] = [await project('修亭'), await project('修灯')]
    const [photo] = await photographs((await print(other, 'sheet/pdf')).file)
    await enter(asked, photo!)
    expect(await signs(asked)).toEqual(['第7、8户的签名表（编号×）是为“修灯”打印的，请核对签名是为哪个项目签的。'])
  })

  it('whose number cannot be seen is said to be unknown', async () => {
    const id = await project('修墙')
    const [photo] = await photographs((await print(id, 'sheet/pdf')).file)
    const { width, height } = await sharp(photo).metadata()
    const cut = await sharp(photo)
      .extract({ left: 0, top: 0, width, height: Math.round(height * 0.7) })
      .jpeg()
      .toBuffer()
    await enter(id, cut, 1)
    expect(await signs(id)).toEqual(['第7户的签名表照片上没有读到编号，看不出是否重复拍摄，请核对原件。'])
  })
})

describe('the number in a photograph', { timeout: 60_000 }, () => {
  it('is told to whoever took it, while the paper is at hand', async () => {
    const [id, other] = [await project('修院'), await project('修巷')]
    const [photo] = await photographs((await print(id, 'sheet/pdf')).file)
    const read = async (of: number, key: string, by: By = 'staff') =>
      world.people[by].call(signatureApi.readNumbers, { params: { id: of, key } })
    const key = await upload(photo!)
    expect(await read(id, key)).toEqual({ numbers: [expect.stringMatching(/^.{5}-.{5}$/)], elsewhere: false })
    expect(await read(other, key)).toMatchObject({ elsewhere: true })
    const plain = await upload(
      await sharp({ create: { width: 800, height: 600, channels: 3, background: '#eee' } })
        .jpeg()
        .toBuffer(),
    )
    expect(await read(id, plain)).toEqual({ numbers: [], elsewhere: false })
    expect(await read(id, key, 'lead')).toMatchObject({ elsewhere: false })
    const theirs = await upload(photo!, 'stranger')
    await expect(read(id, theirs)).rejects.toMatchObject({ status: 403 })
    for (const by of ['office', 'stranger'] as const)
      await expect(read(id, key, by)).rejects.toMatchObject({ status: 403 })
    await expect(read(id, 'none')).rejects.toMatchObject({ status: 404 })
  })
})
