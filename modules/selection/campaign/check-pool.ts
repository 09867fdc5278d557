import type { Db } from '#platform/db/index.ts'
import { findingsAt } from '../check.ts'
import { loadStageFacts } from '../facts/campaign.ts'
import type { StageRun } from '../load.ts'
import { blocking, type CampaignFacts, type Checkpoint, type Finding } from '../shared/index.ts'
import type { Obstacle } from '../stages/stage.ts'

/** Everything the plan's rules say of a stage's names at a checkpoint (by default, the stage's own kind). */
export const checkPool = async (
  db: Db,
  run: StageRun,
  checkpoint: Checkpoint = run.stage.kind as Checkpoint,
  only: { submissionId?: number } = {},
): Promise<Finding[]> => findingsAt(run.campaign.plan, await loadStageFacts(db, run, only), checkpoint, run.key)

/** Findings as what stands in the way of closing a stage: blocks and unwritten reasons stop it, the rest is said. */
export const asObstacles = (findings: Finding[]): Obstacle[] => {
  const stops = new Set(blocking(findings))
  return findings
    .filter(({ settled }) => !settled)
    .map(finding => ({
      severity: stops.has(finding) ? 'block' : 'warning',
      message: finding.message,
      rule: finding.rule,
      ...(finding.nomination && { nominationId: Number(finding.nomination) }),
    }))
}

/** What a stage's rules have against closing it, each sentence with the name or the unit it is about. */
export const ruleObstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const facts = await loadStageFacts(db, run)
  const nameOf = namer(facts.campaign)
  return findingsAt(run.campaign.plan, facts, run.stage.kind as Checkpoint, run.key).flatMap(finding => {
    const name = nameOf(finding)
    return asObstacles([finding]).map(obstacle =>
      name && !obstacle.message.includes(name) ? { ...obstacle, message: `“${name}”：${obstacle.message}` } : obstacle,
    )
  })
}

/** Whose finding it is: a name's, or else a unit's. */
const namer = ({ list, units }: CampaignFacts) => {
  const names = new Map(list.map(({ id, name }) => [id, name]))
  const unitNames = new Map(units.map(({ unit }) => [unit.id, unit.name]))
  return ({ nomination, unit }: Finding) => (nomination ? names.get(nomination) : unitNames.get(unit ?? ''))
}
