import type { Context } from 'hono'
import type { Db } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import { type Election, findPublic } from '../election/load.ts'
import type { Candidate, Category } from '../shared/index.ts'

/** The election of a page's address. @throws Problem 404, the same for a draft and for what never was */
export const electionOf = async (c: Context, db: Db): Promise<Election> => {
  const election = await findPublic(db, c.req.param('slug') ?? '')
  if (!election) throw refuse('not.found', '没有找到这次评议，地址可能写错了，或者还没有公布。', { status: 404 })
  return election
}

export const categoryOf = (c: Context, { rules }: Election): Category => {
  const category = rules.categories.find(({ key }) => key === c.req.param('category'))
  if (!category) throw refuse('not.found', '没有这个类别。', { status: 404 })
  return category
}

export const candidateOf = (c: Context, { rules }: Election): { category: Category; candidate: Candidate } => {
  for (const category of rules.categories) {
    const candidate = category.candidates.find(({ no }) => String(no) === c.req.param('no'))
    if (candidate) return { category, candidate }
  }
  throw refuse('not.found', '候选名单上没有这个编号。', { status: 404 })
}
