import { parseArgs } from 'node:util'
import { baseCalendar } from '#kernel/calendar/shared/index.ts'
import { type Plan, readPlan, rehearsalText, rehearse } from '#modules/selection/shared/index.ts'
import type { Command } from '../command.ts'
import { mainFile, neighbours, readPlanFolder } from '../plan-folder.ts'

/** `shishi plan rehearse FILE`: the calendar and the load that the plan implies. */
export const planRehearse: Command = {
  words: ['plan', 'rehearse'],
  usage: 'plan rehearse FILE [--publish STAGE=YYYY-MM-DD]… [--json]',
  summary: '预演方案：各环节起止、公示逐日计算、最迟发布日期、各单位工作量和需要注意的问题',
  async run(args, { out, err }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, publish: { type: 'string', multiple: true, default: [] } },
      allowPositionals: true,
    })
    const [file] = positionals
    if (!file || positionals.length > 1) {
      err(`用法：shishi ${planRehearse.usage}`)
      return 2
    }
    const main = await mainFile(file)
    const { plan, faults } = readPlan(await readPlanFolder(main))
    if (!plan) {
      err(`方案有 ${faults.length} 处错误，请先运行 shishi plan check ${file} 查看并改正。`)
      return 1
    }
    const publishOn = publicationDays(plan, values.publish)
    if (typeof publishOn === 'string') {
      err(publishOn)
      return 2
    }
    const rehearsal = rehearse(plan, baseCalendar, { publishOn, others: await neighbours(main) })
    out(values.json ? JSON.stringify(rehearsal, null, 2) : rehearsalText(plan, rehearsal))
    return 0
  },
}

/** `unit-publicity=2017-03-31` for a publicity stage of the plan, or what is wrong with it. */
function publicationDays(plan: Plan, asked: string[]): Record<string, string> | string {
  const days: Record<string, string> = {}
  for (const one of asked) {
    const [stage = '', date = ''] = one.split('=')
    if (!plan.stages.some(({ key, kind }) => key === stage && kind === 'publicise'))
      return `方案中没有代号为 ${stage} 的公示环节。`
    if (!isDay(date)) return `日期 ${date} 写法不对，应为 2021-12-30 的样子。`
    days[stage] = date
  }
  return days
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}
