import { toJsonSchema } from '#modules/selection/shared/index.ts'
import type { Command } from '../command.ts'

/** `shishi plan schema`: what `docs/reference/plan.schema.json` holds; write it there after changing the format. */
export const planSchema: Command = {
  words: ['plan', 'schema'],
  usage: 'plan schema',
  summary: '输出方案格式的 JSON Schema，供编辑器提示和检查',
  async run(_args, { out }) {
    out(JSON.stringify(toJsonSchema(), null, 2))
    return 0
  },
}
