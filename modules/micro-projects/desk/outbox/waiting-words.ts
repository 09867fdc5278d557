import { isOnItsWay, type Waiting } from './waiting.ts'

type Kind = Pick<Waiting, 'problem'>

/** What waits to be sent; else what the server refused and nobody has dealt with; else nothing. */
export const waitingWords = (signatures: readonly Kind[], pictures: readonly Kind[]): string | undefined => {
  const leaving = counted(signatures.filter(isOnItsWay).length, pictures.filter(isOnItsWay).length)
  if (leaving) return `还有${leaving}等待发送`
  const refused = counted(signatures.length, pictures.length)
  return refused && `有${refused}未被接收，请查看`
}

/** What the next person on the same telephone is told. */
export const othersWords = (signatures: number, pictures: number): string | undefined => {
  const left = counted(signatures, pictures)
  return left && `本机还有${left}，请收集人登录后发送`
}

const counted = (signatures: number, pictures: number): string | undefined =>
  [signatures > 0 && `${signatures}户签名`, pictures > 0 && `${pictures}张照片`].filter(Boolean).join('、') || undefined
