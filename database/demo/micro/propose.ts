import { randomUUID } from 'node:crypto'
import { receive, storeFile } from '#kernel/files/index.ts'
import { numberSheets, sheetWords } from '#modules/micro-projects/index.ts'
import { type Ink, moneyApi, pictureApi, projectApi, signatureApi } from '#modules/micro-projects/shared/index.ts'
import type { Db } from '#platform/db/index.ts'
import type { Client } from '#platform/http/index.ts'
import type { House } from '../house.ts'
import { actorNamed } from '../people.ts'
import { headsOf } from './heads.ts'
import { sceneJpeg, sheetJpeg } from './scenes.ts'
import type { Street } from './street.ts'
import { type Work, works } from './works.ts'

export type Town = { db: Db; house: House; street: Street }
export type Started = { id: number; work: Work; seed: number; staff: string; secretary: string }

/** Keeps a drawing as an upload of somebody. @returns its key */
export const upload = async ({ db }: Town, login: string, file: Buffer, name: string): Promise<string> => {
  const stored = await storeFile(
    db,
    await actorNamed(db, login),
    await receive(new Blob([new Uint8Array(file)]).stream() as never),
    name,
  )
  return stored.key
}

/** A made-up hand that writes three characters of six strokes: the same number writes the same. */
const hand = (seed: number): Ink => {
  let state = (seed * 2654435761 + 97) % 2147483648
  const next = () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
  return Array.from({ length: 18 }, (_, stroke) => {
    const left = 60 + Math.floor(stroke / 6) * 310
    const [x, y, toX, toY] = [next() * 260, next() * 380, next() * 260, next() * 380]
    return Array.from({ length: 8 }, (_, at) => [
      Math.round(left + x + ((toX - x) * at) / 7),
      Math.round(50 + y + ((toY - y) * at) / 7 + 18 * Math.sin((at / 7) * Math.PI)),
      stroke * 260 + at * 24,
    ])
  })
}

const briefOf = ({ scale, effect, batch }: Work) => ({
  scale,
  effect,
  funding: '街道服务群众专项经费',
  startsOn: batch === 1 ? '2026-03-02' : '2026-06-01',
  finishesOn: batch === 1 ? '2026-04-02' : '2026-06-20',
})

/** Proposes a work as its village would: elements, budget, a picture of how it is, signatures by all three ways. */
export const propose = async (town: Town, work: Work, seed: number): Promise<Started> => {
  const { house, street } = town
  const village = street.villages[work.village]!
  const staff = `${village.prefix}-staff`
  const proposer = await house.as(work.lead === 0 ? `${village.prefix}-rep` : staff)
  const { title, place } = work
  const lines = work.lines.map(([item, quantity, yuan, kind = 'material']) => ({
    kind,
    item,
    quantity,
    fen: yuan * 100,
  }))
  const { id } = await proposer.call(projectApi.createProject, {
    body: {
      ...{ programmeId: street.programmeId, leadId: village.members[work.lead]!, title, place },
      ...{ brief: briefOf(work), lines },
    },
  })
  const started = { id, work, seed, staff, secretary: `${village.prefix}-secretary` }
  await attach(
    town,
    started,
    'before',
    await sceneJpeg(work.scene, work.planted === 'reused-picture' ? 1 : seed, 'before'),
  )
  await sign(town, started, proposer)
  return started
}

/** Members first, then households: two face to face, the rest on the sheet that the staff enters. */
const sign = async (town: Town, { id, work, seed, staff }: Started, proposer: Client): Promise<void> => {
  const params = { id }
  const { members } = town.street.villages[work.village]!
  // Four others sign for each work of a village, so that nobody's allowance is asked for twice.
  const before = works.slice(0, seed - 1).filter(({ village }) => village === work.village).length
  const memberIds = members.slice(4 * before, 4 * before + 4)
  const households = headsOf(seed, work.planted === 'few' ? 3 : 6 + (seed % 3)).map((head, n) => ({
    head,
    door: `${1 + (n % 6)}组${seed * 10 + n}号`,
    phone:
      n % 3 === 2
        ? null
        : `1360${String(work.planted === 'one-number' && n < 4 ? seed * 100 : seed * 100 + n).padStart(7, '0')}`,
  }))
  for (const [n, household] of households.slice(0, 2).entries()) {
    const ink = hand(work.planted === 'signed-for' ? seed : seed * 100 + n)
    const deviceAt = new Date(Date.now() - 120_000 * (2 - n)).toISOString()
    await proposer.call(signatureApi.signFaceToFace, {
      params,
      body: { household, ink, deviceAt, actKey: randomUUID() },
    })
  }
  const [code] = await numberSheets(town.db, await actorNamed(town.db, staff), { id }, 1)
  const clerk = await town.house.as(staff)
  const photos = work.planted === 'signed-for' ? [households.slice(2, 4), households.slice(4)] : [households.slice(2)]
  for (const [n, signed] of photos.entries()) {
    const sheetKey = await upload(
      town,
      staff,
      await sheetJpeg('signatures', seed + 100 * n, sheetWords(code!)),
      '签名表.jpg',
    )
    if (n === 0) await clerk.call(signatureApi.addBackings, { params, body: { memberIds, sheetKey } })
    await clerk.call(signatureApi.signOnPaper, { params, body: { sheetKey, households: signed } })
  }
}

type Part = 'before' | 'after' | 'notice'

export const attach = async (town: Town, { id, staff, work }: Started, part: Part, file: Buffer): Promise<void> => {
  const fileKey = await upload(town, staff, file, `${work.title}.jpg`)
  const clerk = await town.house.as(staff)
  await clerk.call(pictureApi.attachPicture, { params: { id }, body: { part, fileKey, privacy: 'none' } })
}

/** The receipts of what was bought, as budgeted. */
export const buy = async (town: Town, { id, staff, work, seed }: Started, boughtOn: string): Promise<void> => {
  const clerk = await town.house.as(staff)
  for (const [n, [item, , yuan, kind = 'material']] of work.lines.entries()) {
    const receiptKey = await upload(town, staff, await sheetJpeg('receipt', seed * 10 + n), '票据.jpg')
    const body = { kind, item, fen: yuan * 100, boughtOn, receiptKey }
    await clerk.call(moneyApi.addExpense, { params: { id }, body })
  }
}
