import { describe, expect, it } from 'vitest'
import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { type Plan, readPlan, rehearse } from '../index.ts'
import { edited, examplePlan, shipped, shippedPlan } from '../testing/example.ts'

const henan = shippedPlan('henan-2021')
const luoyang = shippedPlan('luoyang-2021')
const jiaozuo = shippedPlan('jiaozuo-2017')

const periodOf = (plan: Plan, stage: string, day: string) => {
  const forecast = rehearse(plan, baseCalendar, { publishOn: { [stage]: day } }).publicity.find(
    one => one.stage === stage,
  )!
  return forecast.asked!.days.filter(({ counted }) => counted).map(({ date }) => date)
}
const latestOf = (plan: Plan, stage = 'unit-publicity') =>
  rehearse(plan, baseCalendar).publicity.find(one => one.stage === stage)!.latest
const remarks = (plan: Plan, others: Plan[] = []) =>
  rehearse(plan, baseCalendar, { others }).remarks.map(
    ({ weight, code, path }) => `${weight} ${code} ${path.join('.')}`,
  )

describe('publicity day by day', () => {
  it('counts make-up workdays and leaves holidays out (D-06)', () => {
    expect(periodOf(jiaozuo, 'unit-publicity', '2017-03-31')).toEqual([
      '2017-04-01',
      '2017-04-05',
      '2017-04-06',
      '2017-04-07',
      '2017-04-10',
    ])
    expect(periodOf(luoyang, 'unit-publicity', '2021-12-31')).toEqual(['2022-01-04', '2022-01-05', '2022-01-06'])
  })

  it('knows the latest day to publish (D-07)', () => {
    expect(latestOf(luoyang)).toMatchObject({ date: '2021-12-26', workday: '2021-12-24' })
    expect(latestOf(henan)).toMatchObject({ date: '2021-12-14', workday: '2021-12-14' })
    expect(latestOf(jiaozuo)).toMatchObject({ date: '2017-04-09', workday: '2017-04-07' })
    expect(latestOf({ ...luoyang, calendar: { countPublishDay: true } })).toMatchObject({ date: '2021-12-27' })
  })

  it('ends a period with its own due date on that day', () => {
    expect(latestOf(examplePlan(), 'candidate-publicity')).toMatchObject({ date: '2026-05-05', workday: '2026-04-30' })
  })
})

describe('stages', () => {
  it('gives the open and close of each, derived where the plan is silent', () => {
    const stages = rehearse(jiaozuo, baseCalendar).stages.map(({ key, opens, ends }) => [key, opens?.date, ends?.date])
    expect(stages).toEqual([
      ['recommend', '2017-03-17', '2017-04-15'],
      ['consult', '2017-03-17', '2017-03-25'],
      ['unit-vet', '2017-03-17', undefined],
      ['unit-publicity', '2017-03-17', undefined],
      ['unit-decision', '2017-03-17', undefined],
      ['shortlist', '2017-04-16', undefined],
      ['ballot', '2017-04-16', '2017-04-25'],
      ['inspect', '2017-04-26', '2017-04-30'],
      ['city-vet', '2017-05-01', undefined],
      ['preliminary', '2017-05-01', undefined],
      ['publicity', '2017-05-01', undefined],
      ['decide', '2017-05-01', '2017-06-30'],
      ['commend', '2017-05-01', '2017-06-30'],
    ])
  })

  it('lets stages that end on one day run side by side', () => {
    const decide = rehearse(luoyang, baseCalendar).stages.find(({ key }) => key === 'decide')!
    expect(decide).toMatchObject({ opens: { date: '2021-12-31', given: false }, ends: { date: '2022-01-07' } })
  })
})

describe('numbers', () => {
  const totals = (plan: Plan) => rehearse(plan, baseCalendar).totals.map(({ category: _, name: __, ...rest }) => rest)

  it('adds up Jiaozuo: 33, 33, 90–138 and 33 secretaries', () => {
    expect(totals(jiaozuo)).toEqual([
      { least: 33, full: 33, automatic: 0, max: 33, candidates: 15, awards: 10 },
      { least: 33, full: 33, automatic: 0, max: 33, candidates: 15, awards: 10 },
      { least: 90, full: 138, automatic: 33, max: 171, candidates: 150, awards: 100 },
    ])
  })

  it('adds up Henan by population: nine cities of ten, eight of five, the zone of five, one for each other unit', () => {
    const others = henan.units.length - 18
    const all = 9 * 10 + 8 * 5 + 5 + others
    expect(totals(henan).map(({ full }) => full)).toEqual([all, all, all])
    const { units } = rehearse(henan, baseCalendar)
    const load = (key: string) => units.find(({ unit }) => unit === key)!
    expect(load('zhengzhou')).toMatchObject({ nominations: 30, pieces: 71, paperCopies: 120 })
    expect(load('pingdingshan')).toMatchObject({ nominations: 15, pieces: 36, paperCopies: 60 })
    expect(load('jiyuan').nominations).toBe(15)
    expect(load('pingdingshan').categories[0]!.basis).toBe(
      '2020年常住人口4987137人（来源：河南省第七次全国人口普查公报），名额5个',
    )
  })

  it('gives Luoyang’s counties nine nominations and its other units three', () => {
    const { units } = rehearse(luoyang, baseCalendar)
    const loads = new Set(
      units.map(({ class: name, nominations, pieces }) => `${name === 'county'} ${nominations} ${pieces}`),
    )
    expect([...loads]).toEqual(['true 9 22', 'false 3 8'])
  })

  it('counts what a unit of Jiaozuo hands in, secretaries included', () => {
    const { units } = rehearse(jiaozuo, baseCalendar)
    expect(units[0]).toMatchObject({ nominations: 16, pieces: 66, paperCopies: 156 })
    expect(units.at(-1)).toMatchObject({ nominations: 5, pieces: 23, paperCopies: 57 })
  })
})

describe('remarks', () => {
  it('of Jiaozuo: three deadlines on rest days, three days for inspection, 138 < 150', () => {
    expect(remarks(jiaozuo)).toEqual([
      'warning rest-day stages.0.dueBy',
      'warning rest-day stages.1.dueBy',
      'warning rest-day stages.7.dueBy',
      'warning tight-stage stages.7',
      'warning candidates-need-automatic categories.2.candidates',
      'warning approval approval',
      'note same-day stages.12',
      'note paper-date stages.0.paper',
      'note open-units unitClasses',
    ])
    const found = rehearse(jiaozuo, baseCalendar).remarks.find(({ code }) => code === 'candidates-need-automatic')!
    expect(found.message).toBe(
      '“优秀共产党员”候选对象150个，各单位名额合计90—138个，名额用足仍差12个。自动列为推荐对象的组织负责人33个不占名额，合计至多171个，可以达到。',
    )
  })

  it('says that 150 is out of reach once secretaries use up the quota', () => {
    const strict = { ...jiaozuo, quotas: { ...jiaozuo.quotas, autoSecretaryInQuota: true } }
    expect(remarks(strict)).toContain('warning candidates-unreachable categories.2.candidates')
    const closed = { ...strict, unitClasses: strict.unitClasses.map(one => ({ ...one, open: false })) }
    expect(remarks(closed)).toContain('impossible candidates-unreachable categories.2.candidates')
  })

  it('of Luoyang: one day to publish, and the province decides on the day on which units hand in (A15)', () => {
    expect(remarks(luoyang, [henan])).toContain('warning exclusion-late exclusions.0')
    expect(remarks(luoyang)).toContain('note exclusion-unknown exclusions.0')
    expect(remarks(luoyang)).toContain('warning tight-publicity stages.1')
    const blind = { ...luoyang, exclusions: luoyang.exclusions.map(one => ({ ...one, recheckAt: [] })) }
    expect(remarks(blind, [henan])).toContain('impossible exclusion-late exclusions.0')
  })

  it('of Henan: one city stands within a percent of the line', () => {
    const index = henan.units.findIndex(({ key }) => key === 'pingdingshan')
    expect(remarks(henan).filter(one => one.includes('near-threshold'))).toEqual([
      `warning near-threshold units.${index}.population`,
    ])
  })

  it('of commendations below the province: at most 50 groups and 150 persons', () => {
    const many = {
      ...jiaozuo,
      categories: jiaozuo.categories.map(one => ({ ...one, awards: one.subject === 'person' ? 75 : 51 })),
    }
    expect(remarks(many).filter(one => one.includes('commendation-total'))).toHaveLength(1)
    const more = { ...jiaozuo, categories: jiaozuo.categories.map(one => ({ ...one, awards: 76 })) }
    expect(remarks(more).filter(one => one.includes('commendation-total'))).toHaveLength(2)
    expect(remarks(jiaozuo).filter(one => one.includes('commendation-total'))).toEqual([])
  })

  it('calls dates in an unannounced year provisional', () => {
    const { 'plan.yaml': text, ...parts } = shipped('henan-2021')
    const later = edited('opens: 2021-12-21', 'opens: 2031-12-21', text!.replaceAll('dueBy: 2021', 'dueBy: 2031'))
    const { plan } = readPlan({ ...parts, 'plan.yaml': later })
    expect(remarks(plan!)).toContain('warning provisional year')
  })
})
