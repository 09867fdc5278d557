import { z } from 'zod'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { type Article, isEmptyArticle } from '#kernel/forms/shared/index.ts'
import type { MaterialFacts, SealFacts } from './facts.ts'
import { rule } from './rule.ts'
import { type Standing, standing } from './standing.ts'

const materialParams = z.strictObject({ materials: z.array(z.string()).min(1), standing: standing.default('present') })

/** Each of these documents is handed in with the nomination, as a file or written in the editor. */
export const materialsPresent = rule({
  scope: 'nomination',
  needs: 'page',
  params: materialParams,
  variables: ['材料'],
  check: ({ nomination: { materials, articles }, materialNames }, params) =>
    params.materials
      .filter(key => !handedIn(materials, key, params.standing) && !isWritten(articles[key]))
      .map(key => ({ path: `materials.${key}`, values: { 材料: materialNames[key] ?? key } })),
})

/** Each of these documents is handed in by the unit, for all its nominations together. */
export const unitMaterialsPresent = rule({
  scope: 'unit',
  needs: 'page',
  params: materialParams,
  variables: ['材料'],
  check: ({ unit: { materials }, materialNames }, params) =>
    params.materials
      .filter(key => !handedIn(materials, key, params.standing))
      .map(key => ({ path: `materials.${key}`, values: { 材料: materialNames[key] ?? key } })),
})

function handedIn(materials: MaterialFacts[], key: string, least: Standing): boolean {
  const material = materials.find(each => each.key === key)
  return Boolean(material?.fileId || (least === 'promised' && material?.promisedBy))
}

/** Each seal the sheets need is there; machines see that it is there, not that it is genuine (D-11). */
export const sealsPresent = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ seals: z.array(z.string()).min(1), standing: standing.default('present') }),
  variables: ['栏目'],
  check: ({ nomination: { seals } }, params) =>
    seals
      .filter(({ cell }) => params.seals.includes(cell))
      .filter(seal => !isSealed(seal) && !(params.standing === 'promised' && seal.promisedBy))
      .map(({ cell, label }) => ({ path: `seals.${cell}`, values: { 栏目: label } })),
})

/** A seal that is there belongs to the organ the notice names. */
export const sealedByRightOrgan = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ seals: z.array(z.string()).min(1), organEndsWith: z.array(z.string()).min(1) }),
  variables: ['栏目', '印章'],
  check: ({ nomination: { seals } }, params) =>
    seals
      .filter(seal => params.seals.includes(seal.cell) && isSealed(seal))
      .filter(({ organ = '' }) => !params.organEndsWith.some(ending => organ.endsWith(ending)))
      .map(({ cell, label, organ = '' }) => ({ path: `seals.${cell}`, values: { 栏目: label, 印章: organ } })),
})

/** Dates along the chain of seals neither go back nor lie ahead of today (D-11). */
export const sealDatesInOrder = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ seals: z.array(z.string()).min(1).describe('由先到后') }),
  variables: ['栏目', '日期'],
  check: ({ nomination, clock }, params) => {
    const dated = params.seals
      .flatMap(key => nomination.seals.filter(({ cell, sealedOn }) => cell === key && sealedOn))
      .map(({ cell, label, sealedOn = '' }) => ({ cell, label, sealedOn }))
    return dated
      .filter(({ sealedOn }, index) => sealedOn > clock.today || sealedOn < (dated[index - 1]?.sealedOn ?? ''))
      .map(({ cell, label, sealedOn }) => ({
        path: `seals.${cell}`,
        values: { 栏目: label, 日期: chineseDate(sealedOn) },
      }))
  },
})

const isWritten = (article: Article | undefined) => article !== undefined && !isEmptyArticle(article)

const isSealed = ({ sealedOn, evidence }: SealFacts) => Boolean(sealedOn && evidence)
