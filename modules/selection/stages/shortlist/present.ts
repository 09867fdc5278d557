import { type Answers, answerAt } from '#kernel/forms/shared/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { type RankBy, type Standings, standingsOf } from '../../campaign/standings.ts'
import type { StageRun } from '../../load.ts'
import type { Outcome, Particulars, PlanStructureShare, StageOf } from '../../shared/index.ts'

type Row = {
  nominationId: number
  name: string
  category: string
  unitId: number
  unitName: string
  unitOrder: number
  rank: number | null
  linkedTo: number | null
  outcome: Outcome
  reason: string | null
  particulars: Partial<Particulars>
  answers: Answers
  refused: number
}

const rowsOf = async (db: Db, run: StageRun): Promise<Row[]> => {
  const { rows } = await sql<Row>`
    select m.id as "nominationId", m.name, e.category, u.id as "unitId", u.name as "unitName",
      m.unit_order as "unitOrder", m.rank, m.origin_nomination_id as "linkedTo", e.outcome, e.reason, m.particulars,
      m.answers, coalesce(no.n, 0) as refused
    from selection.pool_entry e join selection.nomination m on m.id = e.nomination_id
    join units.unit u on u.id = m.unit_id
    left join (
      select p.nomination_id, count(*)::int as n
      from selection.pool_entry p, jsonb_array_elements(p.evidence -> 'checklist') item
      where item ->> 'answer' = 'no' group by 1) no on no.nomination_id = m.id
    where e.stage_run_id = ${run.id}
    order by e.category, m.unit_order, m.rank nulls last, m.id`.execute(db)
  return rows
}

/** The shortlist with scores, votes and shares: three queries whatever its length. */
export const presentShortlist = async (db: Db, run: StageRun) => {
  const stage = run.stage as StageOf<'shortlist'>
  const structure = run.campaign.plan.structure.filter(({ key }) => stage.structure.includes(key))
  const standings = await standingsOf(db, run.campaign)
  return {
    ranked: Boolean(stage.rankBy),
    hasVotes: standings.votes.size > 0,
    rows: (await rowsOf(db, run)).map(row => presentRow(row, structure, standings, stage.rankBy)),
    structure: structure.map(({ key, name, category, atLeast, atMost, each }) => ({
      key,
      name,
      category,
      atLeast: atLeast ?? null,
      atMost: atMost ?? null,
      each,
    })),
  }
}

const presentRow = (
  { particulars, answers, ...row }: Row,
  structure: PlanStructureShare[],
  { totalOf, votes }: Standings,
  rankBy: RankBy | undefined,
) => ({
  ...row,
  emphasised: particulars.emphasised ?? false,
  total: rankBy ? totalOf(row.nominationId, rankBy) : null,
  votes: votes.get(row.nominationId)?.count ?? null,
  counts: structure
    .filter(share => share.category === row.category && hasTrait(share, answers, particulars))
    .map(({ key }) => key),
})

/** A share counts an answer of the form, or a tag where the form does not ask; a ticked box reads 是. */
const hasTrait = (
  { fact, values = ['是'] }: PlanStructureShare,
  answers: Answers,
  particulars: Partial<Particulars>,
): boolean => {
  const value = answerAt(answers, fact) ?? particulars.tags?.[fact]
  const words = Array.isArray(value) ? value : [value === true ? '是' : value]
  return words.some(word => typeof word === 'string' && values.includes(word))
}
