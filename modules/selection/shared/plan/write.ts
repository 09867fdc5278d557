import { stringify } from 'yaml'
import type { Plan } from './plan.ts'

const schemaLine = '# yaml-language-server: $schema=../../../../docs/reference/plan.schema.json\n'

/**
 * A plan as the text of one `plan.yaml`, every part inline: what the desk shows beside its forms, and what is handed
 * out. Reading it again gives the same plan; comments of the file it once came from are not kept.
 */
export function writePlan(plan: Plan): string {
  return schemaLine + stringify(plan, { lineWidth: 0, aliasDuplicateObjects: false })
}
