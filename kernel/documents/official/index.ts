export {
  bulletinBody,
  decisionBody,
  forwardingBody,
  type HonourWords,
  type PublicityWords,
  publicityBody,
} from './bodies.ts'
export { officialDocument, withEvenImprint } from './document.ts'
export type { Annex, BodyParagraph, Letterhead, OfficialDocument } from './model.ts'
export { chineseNumber, numberedBody } from './numbering.ts'
export { titleLines, widthOf } from './width.ts'
