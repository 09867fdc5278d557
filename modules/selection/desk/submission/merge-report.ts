import type { SubmissionReport } from '../../shared/index.ts'
import { differences, merged } from '../draft/differences.ts'

export type ReportMerge = {
  /** Both together; where both have changed the same place, mine. */
  mine: SubmissionReport
  /** … and the same with theirs. */
  theirs: SubmissionReport
  disputed: string[]
}

/** Puts together two versions of a report that began from the same one; without it every difference is disputed. */
export const mergeReport = (
  base: SubmissionReport | undefined,
  mine: SubmissionReport,
  theirs: SubmissionReport,
): ReportMerge => {
  const places = differences(mine, theirs)
  const changedBy = (side: SubmissionReport) => new Set(base && differences(base, side).map(({ path }) => path))
  const [byMe, byThem] = [changedBy(mine), changedBy(theirs)]
  const within = (changed: Set<string>, path: string) =>
    !base || [...changed].some(each => each === path || each.startsWith(`${path}.`) || path.startsWith(`${each}.`))
  const disputed = places.filter(({ path }) => within(byMe, path) && within(byThem, path))
  const onlyTheirs = places.filter(({ path }) => !within(byMe, path))
  return {
    mine: merged(mine, onlyTheirs),
    theirs: merged(mine, [...onlyTheirs, ...disputed]),
    disputed: disputed.map(({ path }) => path),
  }
}
