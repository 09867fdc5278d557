import type { Block } from '../model.ts'
import type { DocumentProfile } from '../profiles.ts'

/** A paragraph of the body: 0 is plain text, 1 to 4 are the levels 一、（一）1.（1）, whose numbers are written for them. */
export type BodyParagraph = { level: 0 | 1 | 2 | 3 | 4; text: string }

/** The red head of an office's own paper (红头). */
export type Letterhead = {
  /** Names as on the head, the leading office first; `suffix` is 文件 unless given. */
  offices: string[]
  suffix?: string
  /** 份号, six digits. */
  copyNumber?: string
  /** 特急 or 加急. */
  urgency?: string
  /** 签发人, for papers that go up. */
  approver?: string
}

export type Annex = {
  name: string
  blocks: Block[] /** Layout where it differs (a landscape table). */
  profile?: DocumentProfile
}

/** A document by GB/T 9704-2012, part by part in the order of its chapter 7. Dates are ISO. */
export type OfficialDocument = {
  letterhead?: Letterhead
  /**
   * `letter` (信函格式, chapter 10.1): the first office's name at the head, red double lines, no number on page 1.
   * `minutes` (纪要, 10.3): who was there below the text, neither signature nor seal; the head ends in 纪要.
   */
  format?: 'letter' | 'minutes'
  /** 发文字号, such as 洛学办发〔2021〕32号; empty while it is a draft. */
  number?: string
  /** One line, or lines broken by meaning. */
  title: string | string[]
  /** 主送机关, without the colon. */
  addressee?: string
  body: BodyParagraph[]
  annexes?: Annex[]
  signature: { offices: string[]; date: string; sealed: boolean }
  /** Who was there, of minutes: 出席, 请假, 列席 with the names after each. */
  attendance?: { label: string; names: string }[]
  /** 附注, without brackets: 此件公开发布. */
  remark?: string
  /** 版记: who else gets it, who printed it and when. */
  imprint?: { copyTo?: string; office: string; date: string }
  banner?: string
}
