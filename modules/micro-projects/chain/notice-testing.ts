import { fileRoutes } from '#kernel/files/index.ts'
import type { StoredFile } from '#kernel/files/shared/index.ts'
import { findNotice } from '#kernel/publicity/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { scene } from '../pictures/testing.ts'
import { type PicturePart, pictureApi, projectApi } from '../shared/index.ts'
import { type draft, microWorld, readyDraft } from '../testing.ts'

type Told = { text?: string; publicTitle?: string }
export const secrecy = { secrecyChecked: true as const }

let seed = 0
/** A place that no other picture shows. */
export const place = () => {
  seed += 1
  return scene(seed)
}

/** A sub-district's year with works that are done, pictures of their own, and each act on their notices; no files yet. */
export const noticeWorld = async (db: Db) => {
  const world = await microWorld(db)
  fileRoutes(world.api)
  const { staff, secretary, office } = world.people
  const atDistrict = (role: 'organiser' | 'checker' | 'issuer') =>
    world.signedIn({ unitId: world.units.district, roles: [role] })
  const desk = {
    organiser: await atDistrict('organiser'),
    checker: await atDistrict('checker'),
    issuer: await atDistrict('issuer'),
  }
  let signed = 0

  const view = (id: number) => staff.call(projectApi.getProject, { params: { id } })
  const attach = async (id: number, part: PicturePart, picture: Buffer) => {
    const sent = { method: 'PUT', body: new Uint8Array(picture), headers: { cookie: staff.cookie } }
    const { key } = (await (await world.app.request('/api/files?name=a.jpg', sent)).json()) as StoredFile
    return staff.call(pictureApi.attachPicture, { params: { id }, body: { part, fileKey: key, privacy: 'none' } })
  }
  const complete = (id: number, told: Told = {}) =>
    staff.call(projectApi.completeProject, {
      params: { id },
      body: { finishedOn: '2023-09-20', participants: 9, text: '路肩已修补30米。', ...told },
    })
  /** Done on 20 September, with pictures of its own. */
  const completed = async (over: Partial<typeof draft> = {}, told: Told = {}) => {
    const id = await readyDraft(world, over, world.memberIds.slice(signed, signed + 1))
    signed += 1
    await sql`update micro.project set asked_fen = 20000, approved_fen = 20000, state = 'building', spent_fen = 20000
      where id = ${id}`.execute(db)
    await attach(id, 'before', await place())
    const after = await attach(id, 'after', await place())
    await complete(id, told)
    return { id, after: after.id }
  }
  const send = (id: number) => staff.call(projectApi.publishProject, { params: { id }, body: {} })
  const approve = (id: number) => secretary.call(projectApi.approveNotice, { params: { id }, body: secrecy })
  const issue = (id: number) => office.call(projectApi.issueNotice, { params: { id }, body: {} })
  const giveBack = (id: number) =>
    secretary.call(projectApi.returnNotice, { params: { id }, body: { comment: '请核对照片' } })
  const post = (id: number, postedOn: string) =>
    staff.call(projectApi.postNotice, { params: { id }, body: { postedOn } })
  const accept = (id: number) =>
    secretary.call(projectApi.fillAcceptance, { params: { id }, body: { text: '质量合格。' } })
  const publicise = async (id: number, postedOn: string) => {
    await send(id)
    await approve(id)
    await issue(id)
    await post(id, postedOn)
    await attach(id, 'notice', await place())
  }
  const rowOf = async (id: number) => (await findNotice(db, (await view(id)).notice!.id))!
  const stateOf = async (id: number) => (await view(id)).state
  const acts = { complete, completed, send, approve, issue, giveBack, post, accept, publicise }
  return { ...world, people: { ...world.people, ...desk }, view, attach, rowOf, stateOf, ...acts }
}
