import type { Command, Output } from './command.ts'
import { planCheck } from './commands/plan-check.ts'
import { planRehearse } from './commands/plan-rehearse.ts'
import { planSchema } from './commands/plan-schema.ts'
import { verifyAuditCommand } from './commands/verify-audit.ts'
import { verifyBallotCommand } from './commands/verify-ballot.ts'
import { verifyNoticeCommand } from './commands/verify-notice.ts'

/** Every command, in the order of the help. A new one is a file in `commands/` and a name here. */
const commands: readonly Command[] = [
  planCheck,
  planRehearse,
  planSchema,
  verifyAuditCommand,
  verifyNoticeCommand,
  verifyBallotCommand,
]

/** Runs one command line and gives its exit code; never throws. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  const command = commands.find(({ words }) => words.every((word, index) => args[index] === word))
  if (args.length === 0 || args.includes('--help') || args.includes('-h') || args[0] === 'help') {
    output.out(command ? `shishi ${command.usage}\n\n${command.summary}` : help())
    return 0
  }
  if (!command) {
    output.err(`没有这个命令：${args.join(' ')}\n\n${help()}`)
    return 2
  }
  try {
    return await command.run(args.slice(command.words.length), output)
  } catch (error) {
    output.err(failure(error))
    return 2
  }
}

function help(): string {
  const lines = commands.map(({ usage, summary }) => `  shishi ${usage}\n      ${summary}`)
  return ['实事平台命令行', '', '用法：', ...lines].join('\n')
}

function failure(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `找不到文件：${path}`
  if (code === 'EACCES') return `没有权限读取：${path}`
  if (code?.startsWith('ERR_PARSE_ARGS')) return '参数写错了。运行 shishi --help 查看用法。'
  return `命令没有完成：${message}`
}
