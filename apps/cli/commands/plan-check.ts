import { parseArgs } from 'node:util'
import { type PlanFault, readPlan } from '#modules/selection/shared/index.ts'
import type { Command } from '../command.ts'
import { mainFile, readPlanFolder, shownName } from '../plan-folder.ts'

/** `shishi plan check FILE`: every fault with its line and what to do. */
export const planCheck: Command = {
  words: ['plan', 'check'],
  usage: 'plan check FILE [--json]',
  summary: '检查方案：逐条列出错误所在的行和改法；没有错误退出码为 0，有错误为 1',
  async run(args, { out, err }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file] = positionals
    if (!file || positionals.length > 1) {
      err(`用法：shishi ${planCheck.usage}`)
      return 2
    }
    const main = await mainFile(file)
    const { plan, faults } = readPlan(await readPlanFolder(main))
    if (values.json)
      out(
        JSON.stringify(
          { ok: faults.length === 0, plan: plan?.id ?? null, faults: faults.map(fault => named(main, fault)) },
          null,
          2,
        ),
      )
    else out(faults.length === 0 ? `${plan!.title}（${plan!.id}）：没有发现错误。` : report(main, faults))
    return faults.length === 0 ? 0 : 1
  },
}

const named = (main: string, fault: PlanFault) => ({ ...fault, file: shownName(main, fault.file) })

function report(main: string, faults: PlanFault[]): string {
  const lines = faults.map(fault => {
    const { line, column, message, advice, code } = fault
    return `${shownName(main, fault.file)}:${line}:${column}  ${message}\n    ${advice}［${code}］`
  })
  return [...lines, `共 ${faults.length} 处错误。`].join('\n')
}
