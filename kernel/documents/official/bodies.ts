import { dateText } from '#kernel/forms/shared/index.ts'
import type { BodyParagraph } from './model.ts'

const text = (words: string): BodyParagraph => ({ level: 0, text: words })
const ended = (words: string): string => (/[。！？]$/.test(words) ? words : `${words}。`)

/** 通知（印发）: the sentence that carries the annex to its readers. */
export const forwardingBody = (name: string, instruction = '请结合实际，认真贯彻执行'): BodyParagraph[] => [
  text(`现将《${name}》印发给你们，${ended(instruction)}`),
]

export type PublicityWords = {
  /** Why and on what ground; and how the names were found. */
  basis: string
  method: string
  /** How the names are ordered: 按姓氏笔画排序. */
  order: string
  lists: { heading: string; names: string[] }[]
  from: string
  to: string
  workingDays: number
  /** Who takes objections, and how they are reached. */
  office: string
  contacts: { label: string; value: string }[]
}

/** 公示: ground, list, period in working days, and how to object by name and with facts. */
export const publicityBody = (words: PublicityWords): BodyParagraph[] => [
  text(ended(words.basis) + ended(words.method)),
  ...words.lists.flatMap(({ heading, names }) => [
    { level: 1 as const, text: `${heading}（${words.order}）` },
    text(`${names.join('、')}。`),
  ]),
  text(`公示期为${dateText(words.from)}至${dateText(words.to)}（${words.workingDays}个工作日）。`),
  text(
    '公示期间，如对公示对象有异议，请以来信、来电、来访等方式据实反映。反映情况应实事求是，提倡署实名，并提供联系方式和具体线索，以便核实。',
  ),
  text(`受理单位：${words.office}`),
  ...words.contacts.map(({ label, value }) => text(`${label}：${value}`)),
]

export type HonourWords = {
  /** What was done and what it was worth. */
  why: string
  /** 经……研究决定. */
  basis: string
  honours: { names: string; honour: string }[]
  hope: string
  call: string
}

/** 表彰决定: why, on what ground, whom and with what, the hope and the call; the names stand in the annex. */
export const decisionBody = (words: HonourWords): BodyParagraph[] => [
  text(ended(words.why)),
  text(
    `${words.basis}，决定${words.honours.map(({ names, honour }) => `授予${names}“${honour}”称号`).join('，')}，予以表彰。`,
  ),
  text(ended(words.hope)),
  text(ended(words.call)),
]

/** 通报（表扬）: facts and what they are worth, the decision, hope and call. */
export const bulletinBody = (words: Omit<HonourWords, 'honours'> & { names: string }): BodyParagraph[] => [
  text(ended(words.why)),
  text(`${words.basis}，决定对${words.names}予以通报表扬。`),
  text(ended(words.hope)),
  text(ended(words.call)),
]
