import { bodyText } from '#kernel/forms/shared/index.ts'
import type { Articles } from '../shared/index.ts'
import { compared, shingles } from '../shared/index.ts'

/** Windows of this many passages leave one mark: whoever copies PASSAGE + WINDOW − 1 = 28 characters in a row is met. */
const WINDOW = 16

/**
 * The marks of a text: the smallest hash of every window of its passages (winnowing). Salted with the campaign, so that
 * texts of different campaigns never meet.
 */
export const marksOf = (campaignId: number, text: string): number[] => {
  const hashes = shingles(compared(text).chars).map(passage => hashOf(`${campaignId}:${passage}`))
  const marks = new Set<number>()
  // the window's hashes from small to large that may still become its smallest, by where they stand
  const rising: number[] = []
  hashes.forEach((hash, at) => {
    while (rising.length > 0 && hashes[rising.at(-1)!]! >= hash) rising.pop()
    rising.push(at)
    if (rising[0]! <= at - WINDOW) rising.shift()
    if (at >= Math.min(WINDOW, hashes.length) - 1) marks.add(hashes[rising[0]!]!)
  })
  return [...marks]
}

/** 32 bits, signed as PostgreSQL's integer; which hash it is does not matter, but it may never change. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let n = 0; n < text.length; n += 1) hash = Math.imul(hash ^ text.charCodeAt(n), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) | 0
}

/** A nominee's articles as they are compared, by material key. */
export const textsOf = (articles: Articles): { material: string; title: string; text: string }[] =>
  Object.entries(articles).map(([material, article]) => ({ material, title: article.title, text: bodyText(article) }))
