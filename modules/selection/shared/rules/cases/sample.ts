import { readdirSync, readFileSync } from 'node:fs'
import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { type Answers, parseArticle, validateAnswers } from '#kernel/forms/shared/index.ts'
import { type Plan, readPlan } from '../../plan/index.ts'
import type { CampaignFacts, Facts, NominationFacts, NoticeFacts, UnitFacts } from '../facts.ts'

/** One binding of a shipped plan with facts that keep it and facts that break it. */
export type Case = {
  id: string
  fn: string
  severity: 'block' | 'reason' | 'warning' | 'manual'
  keeps: Facts
  breaks: Facts
  /** What the clerk is told, to the letter. */
  message: string
}

const folder = new URL('../../../plans/', import.meta.url)

/** A shipped plan, read from its files as the product reads it. */
export function shippedPlan(id: string): Plan {
  const files = readdirSync(new URL(id, folder), { recursive: true, encoding: 'utf8' })
  const yaml = files.filter(file => file.endsWith('.yaml'))
  const sources = Object.fromEntries(yaml.map(file => [file, readFileSync(new URL(`${id}/${file}`, folder), 'utf8')]))
  const { plan, faults } = readPlan(sources)
  if (!plan) throw new Error(faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  return plan
}

/** What a plan says by itself, on a day. */
export function frameOf(plan: Plan, today: string, now = `${today}T10:00:00+08:00`): Facts {
  return {
    clock: { now, today, calendar: baseCalendar },
    deadlines: Object.fromEntries(plan.stages.flatMap(({ key, dueBy }) => (dueBy ? [[key, dueBy]] : []))),
    departments: Object.fromEntries(plan.departments.map(({ key, name }) => [key, name])),
    materialNames: Object.fromEntries(plan.materials.map(({ key, name }) => [key, name])),
    settings: { 'contact-phone': '0000-12345678' },
  }
}

export function nominationOf(over: Partial<NominationFacts>): NominationFacts {
  return {
    id: 'n1',
    name: '张某',
    category: 'member',
    categoryName: '党员服务标兵',
    subject: 'person',
    unit: { id: 'u1', name: '老城区', class: 'county' },
    form: 'member',
    recommender: '老城区党史学习教育领导小组',
    origin: 'unit',
    answers: {},
    formFindings: [],
    articles: {},
    materials: [],
    seals: [],
    notices: [],
    opinions: [],
    branchVotes: [],
    declarations: {},
    tags: {},
    checklist: [],
    reasons: [],
    ...over,
  }
}

/** Answers with what the plan's own form finds in them. */
export function answered(plan: Plan, category: string, answers: Answers, today: string): Partial<NominationFacts> {
  const { name, form } = plan.categories.find(({ key }) => key === category)!
  const formFindings = validateAnswers(plan.forms[form]!, answers, { mode: 'submit', today })
  return { category, categoryName: name, form, answers, formFindings }
}

export function unitOf(over: Partial<UnitFacts>): UnitFacts {
  return {
    unit: { id: 'u1', name: '老城区', class: 'county' },
    nominations: [],
    quotas: [],
    notices: [],
    handedIn: {},
    unlockedUntil: {},
    materials: [],
    checklist: [],
    reasons: [],
    ...over,
  }
}

export function campaignOf(over: Partial<CampaignFacts>): CampaignFacts {
  return { list: [], units: [], targets: [], experts: [], notices: [], reasons: [], ...over }
}

export function noticeOf(over: Partial<NoticeFacts>): NoticeFacts {
  return {
    medium: '洛阳日报',
    mediaLevel: 'city',
    publishedOn: '2021-12-24',
    names: ['n1'],
    openObjections: 0,
    ...over,
  }
}

/** A nominee's list of `count`, each with its own id, made by `each`. */
export function many(count: number, each: (index: number) => Partial<NominationFacts> = () => ({})): NominationFacts[] {
  return Array.from({ length: count }, (_, index) => nominationOf({ id: `n${index + 1}`, ...each(index) }))
}

export const text = (body: string, title = '标题') => parseArticle(`${title}\n——某同志典型事迹材料\n${body}`)
