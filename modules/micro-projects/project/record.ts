import { record, type Who } from '#kernel/audit/index.ts'
import type { Tx } from '#platform/db/index.ts'

/** Puts an act on a project on record. @param what the verb: 'save', 'post' … */
export const recordOf = (tx: Tx, who: Who, projectId: number, what: string, detail: Record<string, unknown> = {}) =>
  record(tx, who, { action: `micro.project.${what}`, subjectKind: 'micro.project', subjectId: projectId, detail })
