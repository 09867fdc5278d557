import type { Waiting } from './kept.ts'
import { isOnItsWay } from './outbox.ts'

/** What waits to be sent; else what the server refused and nobody has read; else nothing. */
export const waitingWords = (signatures: readonly Waiting[], pictures: number): string | undefined => {
  const onTheirWay = signatures.filter(isOnItsWay).length
  const waiting = [onTheirWay > 0 && `${onTheirWay}户签名`, pictures > 0 && `${pictures}张照片`].filter(Boolean)
  if (waiting.length > 0) return `还有${waiting.join('、')}等待发送`
  return signatures.length > 0 ? `有${signatures.length}户签名未被接收，请查看` : undefined
}
