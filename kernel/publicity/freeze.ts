import { createHash, randomInt } from 'node:crypto'
import type { NoticeRow } from './notice-row.ts'
import { canonicalJson } from './shared/content.ts'

type Frozen = Pick<NoticeRow, 'kind' | 'title' | 'workdays' | 'countPublishDay' | 'content'>

/** SHA-256 over the canonical JSON of what is published: title, list, how to object, and the length of the period. */
export const checksum = ({ kind, title, workdays, countPublishDay, content }: Frozen): string =>
  createHash('sha256').update(canonicalJson({ kind, title, workdays, countPublishDay, content }), 'utf8').digest('hex')

/** Crockford's digits: no I, L, O, U, so that a code read out or copied by hand is not mistaken. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const randomCode = (length: number): string =>
  Array.from({ length }, () => digits[randomInt(digits.length)]).join('')
