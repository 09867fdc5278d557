import { verifyAudit } from '#kernel/audit/index.ts'
import type { Command } from '../command.ts'
import { withDatabase } from '../database.ts'

/** `shishi verify audit`: recomputes the chained record and names every entry that is not as it was written. */
export const verifyAuditCommand: Command = {
  words: ['verify', 'audit'],
  usage: 'verify audit',
  summary: '核验审计记录：逐条重算链条；完整退出码为 0，被改动、删除或截短的列出并退出 1',
  async run(args, { out, err }) {
    if (args.length > 0) {
      err(`用法：shishi ${verifyAuditCommand.usage}`)
      return 2
    }
    const { entries, broken } = await withDatabase(verifyAudit)
    if (broken.length === 0) {
      out(`审计记录共${entries}条，链条完整。`)
      return 0
    }
    for (const { id, why } of broken) out(`第${id}条：${words[why] ?? why}`)
    out(`审计记录共${entries}条，发现${broken.length}处异常。`)
    return 1
  },
}

const words: Record<string, string> = {
  missing: '它前面有记录被删除',
  unlinked: '与上一条衔接不上',
  changed: '内容被改动',
  'cut short': '末尾的记录被删除',
}
