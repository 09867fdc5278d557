import type { Db } from '#platform/db/index.ts'
import { findingsAt } from '../check.ts'
import { loadStageFacts } from '../facts/campaign.ts'
import type { StageRun } from '../load.ts'
import { blocking, type Checkpoint, type Finding } from '../shared/index.ts'
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

/** What a stage's rules have against closing it, each sentence with the name it is about. */
export const ruleObstacles = async (db: Db, run: StageRun): Promise<Obstacle[]> => {
  const facts = await loadStageFacts(db, run)
  const names = new Map(facts.campaign.list.map(({ id, name }) => [Number(id), name]))
  const findings = findingsAt(run.campaign.plan, facts, run.stage.kind as Checkpoint, run.key)
  return asObstacles(findings).map(obstacle => {
    const name = names.get(obstacle.nominationId ?? 0)
    return name && !obstacle.message.includes(name)
      ? { ...obstacle, message: `“${name}”：${obstacle.message}` }
      : obstacle
  })
}
