import sharp from 'sharp'
import type { Actor } from '#kernel/access/index.ts'
import { receive, storeFile } from '#kernel/files/index.ts'
import { type PhotoAnswer, photoAnswerOf } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'

const grounds = { blue: '#3f7fd0', white: '#ffffff' } as const

/** A drawn bust, so that nobody's face is in the demo. */
const drawing = (ground: string, coat: string) => `
  <svg xmlns="http://www.w3.org/2000/svg" width="700" height="1060" viewBox="0 0 70 106">
    <rect width="70" height="106" fill="${ground}"/>
    <path d="M8 106c2-24 12-32 27-32s25 8 27 32z" fill="${coat}"/>
    <ellipse cx="35" cy="47" rx="15" ry="19" fill="#e8c4a2"/>
    <path d="M19 44c0-16 8-21 16-21s16 5 16 21c-4-8-8-11-16-11s-12 3-16 11z" fill="#2c2622"/>
  </svg>`

export type DemoPhotos = { of: (unitId: number, seed: number, name: string) => Promise<PhotoAnswer> }

/** Draws a few portraits once and gives each nominee's unit a file of its own with one of them. */
export const demoPhotos = async (db: Db, clerk: Actor, ground: keyof typeof grounds): Promise<DemoPhotos> => {
  const stored = await Promise.all(
    ['#33415c', '#5c3333', '#33523f', '#4b3b5c'].map(async coat => {
      const jpeg = await sharp(Buffer.from(drawing(grounds[ground], coat)))
        .jpeg({ quality: 82 })
        .toBuffer()
      return storeFile(db, clerk, await receive(new Blob([new Uint8Array(jpeg)]).stream() as never), '照片.jpg')
    }),
  )
  return {
    of: async (unitId, seed, name) => {
      const model = stored[seed % stored.length]!
      const { rows } = await sql<{ key: string }>`
        insert into files.file (key, sha256, name, mime, bytes, facts, unit_id, uploaded_by, kept_for)
        select key || '-' || ${unitId}::text || '-' || ${seed}::text, sha256, ${`${name}.jpg`}, mime, bytes, facts,
          ${unitId}, uploaded_by, 'selection.nomination'
        from files.file where key = ${model.key} returning key`.execute(db)
      return photoAnswerOf({ ...model, key: rows[0]!.key, name: `${name}.jpg` })!
    },
  }
}
