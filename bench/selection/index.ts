import { benchServer } from '../kit/database.ts'
import type { Options } from '../kit/options.ts'
import { note, report } from '../kit/result.ts'
import { serveProduct } from '../kit/server.ts'
import { type Load, startLoad } from '../load/index.ts'
import { type Case, makeCases } from './cases.ts'
import { type Bed, measureCase } from './measure.ts'
import { measureMemory } from './memory.ts'
import { benchPlan } from './plan.ts'
import { startRecorder } from './recorder.ts'
import { type Scale, seed } from './seed.ts'

const seeded = async (server: { fresh: () => Promise<string> }, scale: Scale): Promise<string> => {
  const url = await server.fresh()
  note(`装入${scale.units}个单位、${scale.nominations}个推荐对象……`)
  await seed(url, await benchPlan(scale.units), scale)
  return url
}

/** Queries of each case, as a share of those that a hundredth of the data asks: 1 where the data does not matter. */
const countStatements = async (cases: Case[], url: string, smallUrl: string, small: Scale) => {
  const smallCases = await makeCases(smallUrl)
  const [large, little] = [startRecorder(url), startRecorder(smallUrl)]
  for (const { name, requests } of cases) {
    const alike = smallCases.find(each => each.name === name)!.requests[0]!
    // the first request of a process also reads the plan, which never changes and is kept
    await large.record(requests[0]!)
    await little.record(alike)
    const value = (await large.record(requests[0]!)).length
    const referenceValue = (await little.record(alike)).length
    const reference = `the same request with ${small.nominations} nominations`
    report({ bench: 'selection', case: `${name}:queries`, value, unit: 'queries', reference, referenceValue })
  }
  await Promise.all([large.stop(), little.stop()])
}

/** The product's server on a large province's campaign, beside the same rows by raw SQL. */
export const run = async (options: Options): Promise<void> => {
  const database = await benchServer()
  const load = startLoad()
  try {
    const small = { units: 20, nominations: 200 }
    const url = await seeded(database, options)
    const smallUrl = await seeded(database, small)
    const cases = (await makeCases(url)).filter(({ name }) => name.startsWith(options.only))
    await measure(cases, url, load, options)
    await countStatements(cases, url, smallUrl, small)
  } finally {
    load.stop()
    await database.stop()
  }
}

const measure = async (cases: Case[], url: string, load: Load, options: Options) => {
  const server = await serveProduct(url, options.profile)
  try {
    const bed: Bed = { server, url, load, options }
    await measureMemory(bed, cases[0]!)
    for (const each of cases) await measureCase(bed, each)
  } finally {
    await server.stop()
  }
}
