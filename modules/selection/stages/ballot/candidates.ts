import { findFilesByKey, shownHash } from '#kernel/files/index.ts'
import type { PhotoAnswer } from '#kernel/forms/shared/index.ts'
import type { Candidate, Category } from '#modules/ballot/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { givenStrokes, inOfficialOrder } from '../../campaign/official-order.ts'
import { type PoolEntry, poolOf } from '../../campaign/pool.ts'
import { type PublicLine, publicLines } from '../../campaign/public-line.ts'
import type { StageRun } from '../../load.ts'
import { briefOf, deedsOf, type Written } from '../../nomination/deeds.ts'
import { formOf } from '../../plan/lookup.ts'
import type { Plan, PlanCategory, StageOf } from '../../shared/index.ts'

/** Words beside a name; the whole text is a tap away. */
const SUMMARY = 120

/** The ballot's categories in official order, numbered through, and whom each number means. */
export type OnBallot = { categories: Category[]; refs: Record<string, number> }

/** Everyone who stands in the stage, as the public reads them: name, unit and post, deeds; nothing else of the form. */
export const onBallot = async (db: Db, run: StageRun): Promise<OnBallot> => {
  const { plan, id } = run.campaign
  const standing = (await poolOf(db, run.id)).filter(({ outcome }) => outcome !== 'out')
  const ids = standing.map(({ nominationId }) => nominationId)
  const [lines, written] = [await publicLines(db, plan, ids), await writtenOf(db, ids)]
  const pictures = await picturesOf(db, plan, written)
  const { sections } = await inOfficialOrder(plan, standing, 'strokes', await givenStrokes(db, id))
  const refs: Record<string, number> = {}
  let no = 0
  const categories = sections.map(({ category, entries }) => ({
    ...limitsOf(run, category, entries.length),
    candidates: entries.map(entry => {
      no += 1
      refs[no] = entry.nominationId
      const texts = written.get(entry.nominationId)!
      return candidate(no, entry, lines.get(entry.nominationId)!, {
        summary: briefOf(plan, texts, SUMMARY),
        deeds: deedsOf(texts),
        picture: pictures.get(entry.nominationId) ?? null,
      })
    }),
  }))
  return { categories, refs }
}

const candidate = (
  no: number,
  { name }: PoolEntry,
  { unit, post }: PublicLine,
  shown: Pick<Candidate, 'summary' | 'deeds' | 'picture'>,
): Candidate => ({ no, name, unit: [unit, post].filter(Boolean).join(' '), ...shown })

/** As many as the plan says; where it is silent, up to as many as are honoured. A category may be left blank. */
const limitsOf = ({ stage }: StageRun, { key, name, awards }: PlanCategory, standing: number) => {
  const chosen = (stage as StageOf<'ballot'>).choose.find(({ category }) => category === key)
  const max = Math.min(chosen?.max ?? awards ?? standing, standing)
  return { key, name, min: Math.min(Math.max(chosen?.min ?? 1, 1), max), max, blank: true }
}

const writtenOf = async (db: Db, ids: number[]): Promise<Map<number, Written>> => {
  const { rows } = await sql<Written & { id: number }>`
    select id, category, answers, articles from selection.nomination where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** SHA-256 of each nominee's portrait as the public is given it, so that anyone can check the picture he sees. */
const picturesOf = async (db: Db, plan: Plan, written: Map<number, Written>): Promise<Map<number, string>> => {
  const photos = [...written].flatMap(([id, { category, answers }]) => {
    const photo = answers[formOf(plan, category).subject.photo ?? ''] as PhotoAnswer | undefined
    return photo ? [{ id, key: photo.fileId }] : []
  })
  const keys = photos.map(({ key }) => key)
  const hashes = new Map<string, string>()
  for (const file of await findFilesByKey(db, keys)) hashes.set(file.key, await shownHash(db, file))
  return new Map(photos.flatMap(({ id, key }) => (hashes.has(key) ? [[id, hashes.get(key)!] as const] : [])))
}
