import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 256 random bits for a cookie or a link; only its hash is stored. */
export const newToken = () => randomBytes(32).toString('base64url')

export const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** Six digits for a text message. */
export const newCode = () => String(randomInt(0, 1_000_000)).padStart(6, '0')
