import { findPublicNotice, proveNotice } from '#kernel/publicity/index.ts'
import type { Command } from '../command.ts'
import { withDatabase } from '../database.ts'

/** `shishi verify notice CODE`: shows that an issued notice stands as it was signed. */
export const verifyNoticeCommand: Command = {
  words: ['verify', 'notice'],
  usage: 'verify notice CODE',
  summary: '核验公示：重算校验码，与签发时冻结的和审计记录中的比对；一致退出码为 0，不一致为 1',
  async run(args, { out, err }) {
    const [code] = args
    if (!code || args.length > 1) {
      err(`用法：shishi ${verifyNoticeCommand.usage}`)
      return 2
    }
    const proof = await withDatabase(async db => {
      const notice = await findPublicNotice(db, code)
      return notice && proveNotice(db, notice)
    })
    if (!proof) {
      err(`没有编号为 ${code} 的公示，或者还没有发布。`)
      return 1
    }
    out([proof.title, proof.statement, ...faultsOf(proof)].join('\n'))
    return proof.intact ? 0 : 1
  },
}

type Compared = { intact: boolean; hash: string; recomputed: string }

/** Which of the three does not agree: the content, or what the record holds of the issue. */
const faultsOf = ({ intact, hash, recomputed }: Compared): string[] => {
  if (intact) return [`校验码 ${hash}`]
  if (hash !== recomputed) return ['内容被改动：', `  冻结时 ${hash}`, `  现在算 ${recomputed}`]
  return ['与审计记录不符：签发记录中的校验码或起止日期与现在的不一致。']
}
