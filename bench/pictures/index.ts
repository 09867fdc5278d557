import { isSame, NEAR } from '#modules/micro-projects/pictures/index.ts'
import type { Options } from '../kit/options.ts'
import { note, report } from '../kit/result.ts'
import { attacks } from './attacks.ts'
import { type Photograph, photographsIn, readPhotograph } from './folder.ts'
import { foundBetween, type Known, known } from './near.ts'

/** What reused photographs are found by, and honest ones taken for reused; needs a folder of real ones. */
export const run = async ({ photographs, sample, only }: Options): Promise<void> => {
  if (!photographs) return note('pictures：没有照片，跳过。用 --photographs 文件夹 指定。')
  const all = await photographsIn(photographs)
  const different = all.filter(({ place }) => place === undefined)
  if ('attacks'.startsWith(only)) await recall(evenly(different, sample))
  if ('pairs'.startsWith(only)) await falsePairs('different', different, () => true)
  const places = all.filter(({ place }) => place !== undefined)
  if ('places'.startsWith(only)) await falsePairs('one-place', places, (one, other) => one.place === other.place)
}

const evenly = <T>(all: T[], count: number): T[] =>
  Array.from({ length: Math.min(count, all.length) }, (_, at) => all[Math.floor((at * all.length) / count)]!)

/** Whether a picture would be candidate, and then taken, for another that was kept. */
const judged = (asked: Known, kept: Known) => {
  const found = foundBetween(asked.words, kept.words, NEAR)
  return { near: found.length > 0, same: found.length > 0 && isSame(asked.plane, kept.plane, found) }
}

const recall = async (photographs: Photograph[]): Promise<void> => {
  const found = new Map(attacks.map(({ name }) => [name, { near: 0, same: 0 }]))
  for (const photograph of photographs) {
    const picture = await readPhotograph(photograph)
    const kept = await known(picture)
    for (const { name, change } of attacks) {
      const { near, same } = judged(await known(await change(picture)), kept)
      const count = found.get(name)!
      count.near += Number(near)
      count.same += Number(same)
    }
  }
  const reference = { reference: 'copies made', referenceValue: photographs.length }
  for (const [name, { near, same }] of found) {
    report({ bench: 'pictures', case: `near:${name}`, value: near, unit: 'copies', ...reference })
    report({ bench: 'pictures', case: name, value: same, unit: 'copies found', ...reference })
  }
}

/** Pairs taken for one photograph are named on standard error: among thousands from anywhere some are copies. */
const falsePairs = async (
  name: string,
  photographs: Photograph[],
  counts: (one: Photograph, other: Photograph) => boolean,
): Promise<void> => {
  const all: (Known & { photograph: Photograph })[] = []
  for (const photograph of photographs) all.push({ photograph, ...(await known(await readPhotograph(photograph))) })
  let [pairs, nears, sames] = [0, 0, 0]
  for (const [at, asked] of all.entries())
    for (const kept of all.slice(0, at)) {
      if (!counts(asked.photograph, kept.photograph)) continue
      const { near, same } = judged(asked, kept)
      pairs += 1
      nears += Number(near)
      sames += Number(same)
      if (same) note(`${asked.photograph.name}\t${kept.photograph.name}`)
    }
  const reference = { reference: `pairs of ${photographs.length} photographs`, referenceValue: pairs }
  report({ bench: 'pictures', case: `near:${name}`, value: nears, unit: 'pairs', ...reference })
  report({ bench: 'pictures', case: name, value: sames, unit: 'pairs taken for one', ...reference })
}
