import type { Actor } from '#kernel/access/index.ts'
import { type Db, sql } from '#platform/db/index.ts'
import { emptyRegistersOf } from './honours/import/apply.ts'
import { planOfVersion } from './plan/lookup.ts'
import { type CampaignSettings, type Plan, settingsLeft } from './shared/index.ts'
import type { Task } from './stages/index.ts'

type Row = { id: number; title: string; planVersionId: number; settings: CampaignSettings; recommending: boolean }

/** What the organiser of a running campaign has yet to put in: its telephones, and the earlier winners it leaves out. */
export const preparationsFor = async (db: Db, actor: Actor): Promise<Task[]> => {
  const { rows } = await sql<Row>`
    select c.id, c.short_title as title, c.plan_version_id as "planVersionId", c.settings, exists (
      select from selection.stage_run r where r.campaign_id = c.id and r.kind = 'recommend' and r.state = 'open'
    ) as recommending
    from selection.campaign c join units.unit u on u.id = c.unit_id
    where c.state = 'running' and u.path like ${`${actor.unitPath}%`} order by c.id`.execute(db)
  const tasks: Task[] = []
  for (const row of rows) {
    const plan = await planOfVersion(db, row.planVersionId)
    tasks.push(...settingsTask(row, plan), ...(await registersTask(db, row, plan)))
  }
  return tasks
}

const settingsTask = ({ id, title, settings }: Row, plan: Plan): Task[] => {
  const left = settingsLeft(plan, settings)
  if (left.length === 0) return []
  return [
    {
      key: `settings-${id}`,
      title: `填写“${title}”的联系方式`,
      detail: `还没有填写：${left.join('、')}`,
      dueOn: null,
      link: `/selection/campaigns/${id}?edit=contacts`,
      urgent: false,
    },
  ]
}

/** Only while units recommend; later the names have been compared already. */
const registersTask = async (db: Db, { id, title, recommending }: Row, plan: Plan): Promise<Task[]> => {
  const empty = recommending ? await emptyRegistersOf(db, plan) : []
  if (empty.length === 0) return []
  return [
    {
      key: `earlier-winners-${id}`,
      title: `导入“${title}”要排除的往届名单`,
      detail: `名册还是空的：${empty.map(register => `《${register}》`).join('、')}`,
      dueOn: null,
      link: `/selection/campaigns/${id}/earlier-winners`,
      urgent: false,
    },
  ]
}
