import type { Options } from '../kit/options.ts'
import { note, report } from '../kit/result.ts'
import { serveProduct } from '../kit/server.ts'
import { startLoad } from '../load/index.ts'
import type { Case } from '../selection/cases.ts'
import { measureCase } from '../selection/measure.ts'
import { startRecorder } from '../selection/recorder.ts'
import { makeCases } from './cases.ts'
import { measureIntake } from './intake.ts'
import { type Scale, seed } from './seed.ts'

const county: Scale = { villages: 300, projects: 30_000, signatures: 250_000 }
const small: Scale = { villages: 20, projects: 400, signatures: 3_200 }

/** Statements that each page asks, beside those with a hundredth of the data. */
const countStatements = async (cases: Case[], url: string, smallUrl: string) => {
  const alike = await makeCases(smallUrl)
  const [large, little] = [startRecorder(url), startRecorder(smallUrl)]
  for (const { name, requests } of cases) {
    const value = (await large.record(requests[0]!)).length
    const referenceValue = (await little.record(alike.find(each => each.name === name)!.requests[0]!)).length
    const reference = `the same request with ${small.projects} projects`
    report({ bench: 'micro', case: `${name}:queries`, value, unit: 'queries', reference, referenceValue })
  }
  await Promise.all([large.stop(), little.stop()])
}

/** Pages of a county of 300 villages with 30,000 projects and 250,000 signatures, and how fast signatures come in. */
export const lists = async (url: string, options: Options, fresh: () => Promise<string>): Promise<void> => {
  note(`装入${county.villages}个村、${county.projects}个项目、${county.signatures}个签名……`)
  await seed(url, county)
  const smallUrl = await fresh()
  await seed(smallUrl, small)
  const cases = await makeCases(url)
  const [server, load] = [await serveProduct(url, options.profile), startLoad()]
  try {
    for (const each of cases) await measureCase({ server, url, load, options, bench: 'micro' }, each)
    await measureIntake({ server, url, load, options })
  } finally {
    load.stop()
    await server.stop()
  }
  await countStatements(cases, url, smallUrl)
}
