import { parseYuan } from '../../shared/index.ts'

/** A million yuan, the most that one line may ask for, in fen. */
const MOST = 100_000_000

/** What is typed as whole fen; 0 for nothing and for what a line cannot ask for. */
export const amountOf = (typed: string): number => {
  const fen = parseYuan(typed) ?? 0
  return fen > MOST ? 0 : fen
}

/** Why what is typed cannot be taken; nothing while nothing is typed. */
export const wrongAmount = (typed: string): string | undefined => {
  if (typed.trim() === '') return undefined
  const fen = parseYuan(typed)
  if (fen === undefined) return '请填写金额，最多两位小数，例如 85.50。'
  if (fen === 0) return '金额要大于0。'
  return fen > MOST ? '一行最多填写100万元，请核对。' : undefined
}
