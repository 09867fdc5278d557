import { z } from 'zod'
import {
  type Article,
  countArticle,
  countWords,
  hasFigures,
  hasFirstLevelHeading,
  isAbout,
  isEmptyArticle,
  looksLikeSummary,
} from '#kernel/forms/shared/index.ts'
import { wordsAt } from './answer.ts'
import type { NominationFacts } from './facts.ts'
import { rule } from './rule.ts'

/** A text of the nomination: a material (典型材料) or an answer of the form (主要事迹). */
const textOf = z
  .strictObject({ material: z.string().optional(), field: z.string().optional() })
  .refine(({ material, field }) => (material === undefined) !== (field === undefined), '写 material 或 field 之一')

/** A text is not longer than its limit, counted as Word counts 字数 (D-01, D-02). */
export const countAtMost = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ of: textOf, limit: z.int().positive() }),
  variables: ['n', 'k', '上限'],
  check: ({ nomination }, { of, limit }) => {
    const { n, path } = counted(nomination, of)
    return n > limit ? [{ path, values: { n, k: n - limit, 上限: limit } }] : []
  },
})

/** A text is of about the length asked for: 80 %–120 % of it (“左右”, D-09). A text not yet written is another rule's. */
export const countAbout = rule({
  scope: 'nomination',
  needs: 'page',
  params: z.strictObject({ of: textOf, about: z.int().positive() }),
  variables: ['n', '要求'],
  check: ({ nomination }, { of, about }) => {
    const { n, path } = counted(nomination, of)
    return n === 0 || isAbout(n, about) ? [] : [{ path, values: { n, 要求: about } }]
  },
})

function counted({ answers, articles }: NominationFacts, { material, field }: z.infer<typeof textOf>) {
  if (field !== undefined) return { n: countWords(wordsAt(answers, field)), path: `answers.${field}` }
  const article = articles[material!]
  return { n: article ? countArticle(article) : 0, path: `articles.${material}` }
}

/** A rule about a text that has been written: what is not there yet is asked for by materialsPresent. */
const written = (breaks: (article: Article) => boolean) =>
  rule({
    scope: 'nomination',
    needs: 'page',
    params: z.strictObject({ material: z.string() }),
    variables: [],
    check: ({ nomination: { articles } }, { material }) => {
      const article = articles[material]
      return article && !isEmptyArticle(article) && breaks(article) ? [{ path: `articles.${material}` }] : []
    },
  })

/** The text speaks with figures. */
export const articleHasFigures = written(article => !hasFigures(article))

/** The text has at least one first-level heading. */
export const articleHasHeading = written(article => !hasFirstLevelHeading(article))

/** The title does not call the text a work summary. */
export const articleIsNoSummary = written(looksLikeSummary)
