import { bodyText } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Campaign, Nomination } from '../load.ts'
import { type Articles, compared, overlap, type Plan, partsOf, shingles } from '../shared/index.ts'

type Row = { id: number; name: string; unitName: string; articles: Articles }
type Text = { id: number; name: string; unitName: string; material: string; title: string; text: string }

/** A passage that more texts than this share is a set phrase of the campaign, not a copy. */
const SET_PHRASE = 12
/** Pairs below this share, or with less than this in common, are not worth a reader's time. */
const LEAST_SHARE = 0.1
const LEAST_COMMON = 40
const MOST_PAIRS = 200

/** What was handed in, of a whole campaign or of some of it. */
const rowsOf = async (db: Db, campaignId: number, ids?: number[]): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select m.id, m.name, u.name as "unitName", m.articles from selection.nomination m
    join units.unit u on u.id = m.unit_id
    where m.campaign_id = ${campaignId} and m.state in ('submitted', 'returned', 'accepted')
      ${ids ? sql`and m.id = any(${ids}::bigint[])` : sql``}
    order by m.unit_order, m.id`.execute(db)
  return rows
}

const textsOf = (plan: Plan, { articles, ...of }: Row): Text[] =>
  Object.entries(articles).map(([key, article]) => ({
    ...of,
    material: plan.materials.find(material => material.key === key)?.name ?? key,
    title: article.title,
    text: bodyText(article),
  }))

/**
 * Pairs of articles, of different nominees, with passages in common: the most alike first. One query; texts are
 * compared only where an index of their passages says that they meet.
 */
export const similarPairs = async (db: Db, campaign: Campaign, nominationId?: number) => {
  const texts = (await rowsOf(db, campaign.id)).flatMap(row => textsOf(campaign.plan, row))
  const pairs = meetings(texts)
    .map(([a, b]) => ({ left: texts[a]!, right: texts[b]! }))
    .filter(({ left, right }) => left.id !== right.id)
    .filter(({ left, right }) => !nominationId || left.id === nominationId || right.id === nominationId)
    .map(({ left, right }) => ({ left: side(left), right: side(right), ...overlap(left.text, right.text) }))
    .filter(({ share, common }) => share >= LEAST_SHARE && common >= LEAST_COMMON)
    .sort((a, b) => b.share - a.share || b.common - a.common)
  return { compared: texts.length, pairs: pairs.slice(0, MOST_PAIRS) }
}

const side = ({ id, name, unitName, material }: Text) => ({ id, name, unitName, material })

/** Pairs of texts that share a passage; of each run of passages only the smallest is indexed (winnowing). */
const meetings = (texts: Text[]): [number, number][] => {
  const holders = new Map<string, number[]>()
  texts.forEach(({ text }, index) => {
    for (const mark of fingerprint(text)) {
      const known = holders.get(mark)
      if (known) known.push(index)
      else holders.set(mark, [index])
    }
  })
  const met = new Set<number>()
  for (const group of holders.values())
    if (group.length > 1 && group.length <= SET_PHRASE)
      for (const [at, a] of group.entries()) for (const b of group.slice(at + 1)) met.add(a * texts.length + b)
  return [...met].map(code => [Math.floor(code / texts.length), code % texts.length])
}

const WINDOW = 8

/** The smallest passage of every window: two texts with a run of PASSAGE + WINDOW − 1 characters in common agree in one. */
const fingerprint = (text: string): Set<string> => {
  const all = shingles(compared(text).chars)
  const marks = new Set<string>()
  for (let start = 0; start < all.length; start += 1) {
    const window = all.slice(start, start + WINDOW)
    marks.add(window.reduce((least, each) => (each < least ? each : least)))
  }
  return marks
}

/** Two articles side by side, each cut into what the other has too and what is its own. */
export const compareTexts = async (db: Db, nomination: Nomination, otherId: number, materials: [string, string]) => {
  const rows = await rowsOf(db, nomination.campaignId, [nomination.id, otherId])
  const pick = (id: number, material: string) => {
    const row = rows.find(each => each.id === id)
    const text = row && textsOf(nomination.plan, row).find(each => each.material === material)
    if (!text) throw refuse('similar.gone', '这份材料已不在名单中，请返回重新查重。', { status: 404 })
    return text
  }
  const left = pick(nomination.id, materials[0])
  const right = pick(otherId, materials[1])
  return {
    left: { ...side(left), title: left.title, parts: partsOf(left.text, right.text) },
    right: { ...side(right), title: right.title, parts: partsOf(right.text, left.text) },
  }
}
