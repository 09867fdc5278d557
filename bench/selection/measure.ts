import type { Options } from '../kit/options.ts'
import { median, report } from '../kit/result.ts'
import type { BenchedServer } from '../kit/server.ts'
import type { Figures, Load } from '../load/index.ts'
import type { Case } from './cases.ts'
import { startRecorder } from './recorder.ts'

/** What a measurement stands on. */
export type Bed = { server: BenchedServer; url: string; load: Load; options: Options; bench?: string }

const warmUp = 0.5

/** The reference's statements: those of the request that concern its rows, taken from what the product itself asks. */
const worksOf = async (url: string, { requests, rows }: Case): Promise<string[][]> => {
  const recorder = startRecorder(url)
  await recorder.record(requests[0]!).catch(() => {})
  const works: string[][] = []
  for (const request of requests.slice(request0(requests), 16))
    works.push((await recorder.record(request)).filter(text => rows.test(text.trim())))
  await recorder.stop()
  return works
}

/** A save moves its row's revision on, so the one that warmed the recorder up is not asked again. */
const request0 = (requests: Case['requests']) => (requests[0]!.body === undefined ? 0 : 1)

/** Server and reference take turns, so that a disturbance of the machine meets both. */
export const measureCase = async (bed: Bed, each: Case): Promise<void> => {
  const { server, url, load, options } = bed
  const works = await worksOf(url, each)
  const requests = each.requests.map(request => ({ ...request, ...(request.body && { body: fresh(request.body) }) }))
  for (const connections of options.connections) {
    const ours: Figures[] = []
    const theirs: Figures[] = []
    const http = { port: server.port, connections, requests }
    await load.http({ ...http, seconds: warmUp })
    for (let n = 0; n < options.runs; n += 1) {
      // the reference's writes set rows back: one request each tells the load where they stand
      await load.http({ ...http, seconds: 0 })
      ours.push(await load.http({ ...http, seconds: options.seconds }))
      theirs.push(await load.sql({ url, connections, seconds: options.seconds, works }))
    }
    const what = `${load.sqlName}, ${works[0]!.length} statements, ${connections} connections`
    tell(bed.bench ?? 'selection', `${each.name}@${connections}`, what, { ours, theirs })
  }
}

const fresh = (body: string) => body.replace(/"revision":\d+/, '"revision":0')

const units = { rate: 'requests/s', p50: 'ms p50', p99: 'ms p99' } as const

type Measured = { ours: Figures[]; theirs: Figures[] }

const tell = (bench: string, name: string, reference: string, { ours, theirs }: Measured) => {
  for (const figure of ['rate', 'p50', 'p99'] as const)
    report({
      bench,
      case: name,
      value: median(ours.map(each => each[figure])),
      unit: units[figure],
      reference,
      referenceValue: median(theirs.map(each => each[figure])),
    })
  const failure = ours.find(each => each.failure)?.failure
  if (failure) throw new Error(`${name}: requests failed, the first with\n${failure}`)
}
