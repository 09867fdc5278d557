import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

const length = 32

/**
 * The installation's own secret, by which keys in the database are sealed: 32 bytes in a file that only the server's
 * user reads, made at the first start. Processes on several hosts need the same file; a backup keeps it apart from the
 * database. Throws where the file holds something else.
 */
export const readSecret = (path: string): Buffer => {
  mkdirSync(dirname(path), { recursive: true })
  try {
    // the first of two starters makes it, the other reads it
    writeFileSync(path, randomBytes(length).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  if (secret.length !== length) throw new Error(`密钥文件 ${path} 内容不对：应为64个十六进制字符。`)
  return secret
}
