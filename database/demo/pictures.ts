import sharp from 'sharp'
import type { Actor } from '#kernel/access/index.ts'
import { receive, storeFile } from '#kernel/files/index.ts'
import { type PhotoAnswer, photoAnswerOf } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'

const grounds = { blue: '#3f7fd0', white: '#ffffff' } as const
const coats = ['#33415c', '#5c3333', '#33523f', '#4b3b5c']

/** A drawn bust, so that nobody's face is in the demo. */
const portrait = (ground: string, coat: string) => `
  <svg xmlns="http://www.w3.org/2000/svg" width="700" height="1060" viewBox="0 0 70 106">
    <rect width="70" height="106" fill="${ground}"/>
    <path d="M8 106c2-24 12-32 27-32s25 8 27 32z" fill="${coat}"/>
    <ellipse cx="35" cy="47" rx="15" ry="19" fill="#e8c4a2"/>
    <path d="M19 44c0-16 8-21 16-21s16 5 16 21c-4-8-8-11-16-11s-12 3-16 11z" fill="#2c2622"/>
  </svg>`

/** A page with a red ring where a seal would be; it carries no name of any office. */
const stampedPage = `
  <svg xmlns="http://www.w3.org/2000/svg" width="840" height="1188" viewBox="0 0 210 297">
    <rect width="210" height="297" fill="#fdfcf8"/>
    <g stroke="#555" stroke-width=".5" fill="none"><rect x="27" y="37" width="156" height="220"/>
      <path d="M27 80h156M27 130h156M27 180h156M27 220h156M60 37v220"/></g>
    <g fill="none" stroke="#c8281e"><circle cx="140" cy="238" r="19" stroke-width="1.6"/>
      <path d="M140 228l3 7h8l-6 5 2 8-7-5-7 5 2-8-6-5h8z" fill="#c8281e" stroke="none"/></g>
  </svg>`

export type DemoPictures = {
  photo: (unitId: number, seed: number, name: string) => Promise<PhotoAnswer>
  /** The key of a scan of the unit's stamped page. */
  scan: (unitId: number) => Promise<string>
}

/** Draws the demo's pictures once, and gives each unit files of its own with them. */
export const demoPictures = async (db: Db, clerk: Actor, ground: keyof typeof grounds): Promise<DemoPictures> => {
  const photos = await Promise.all(coats.map(coat => keep(db, clerk, portrait(grounds[ground], coat), '照片.jpg')))
  const page = await keep(db, clerk, stampedPage, '盖章页.jpg')
  return {
    photo: async (unitId, seed, name) => {
      const model = photos[seed % photos.length]!
      const key = await copyTo(db, model.key, `${unitId}-${seed}`, unitId, `${name}.jpg`)
      return photoAnswerOf({ ...model, key, name: `${name}.jpg` })!
    },
    scan: unitId => copyTo(db, page.key, String(unitId), unitId, '盖章页.jpg'),
  }
}

const keep = async (db: Db, clerk: Actor, svg: string, name: string) => {
  const jpeg = await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer()
  return storeFile(db, clerk, await receive(new Blob([new Uint8Array(jpeg)]).stream() as never), name)
}

/** The same content as a file of another unit; asking twice for one gives the same. */
const copyTo = async (db: Db, model: string, suffix: string, unitId: number, name: string): Promise<string> => {
  const key = `${model}-${suffix}`
  await sql`
    insert into files.file (key, sha256, name, mime, bytes, facts, unit_id, uploaded_by, kept_for)
    select ${key}, sha256, ${name}, mime, bytes, facts, ${unitId}, uploaded_by, 'selection.nomination'
    from files.file where key = ${model} on conflict (key) do nothing`.execute(db)
  return key
}
