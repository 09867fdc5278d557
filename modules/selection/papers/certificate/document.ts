import { chineseDate } from '#kernel/calendar/shared/index.ts'
import {
  A4_LANDSCAPE,
  type Document,
  type DocumentProfile,
  type Mark,
  PROFILES,
  paragraph,
  type Section,
  widthOf,
} from '#kernel/documents/index.ts'

/** What a certificate says. */
export type CertificateText = {
  number: string
  name: string
  subject: string
  /** The honour (类别), without quotation marks. */
  honour: string
  /** In what it was given. */
  occasion: string
  issuer: string
  grantedOn: string
  /** QR code of the public check, and the code in characters. */
  picture: Uint8Array
  code: string
  banner?: string | undefined
}

const RED = 'B0262B'
const GOLD = 'B8914A'

const base = PROFILES.gbt9704!

/** Landscape A4, larger lettering, nothing at the foot. */
const profile: DocumentProfile = {
  key: 'certificate',
  page: A4_LANDSCAPE,
  margins: { top: 34, bottom: 20, left: 40, right: 40 },
  digits: base.digits,
  lettering: {
    ...base.lettering,
    title: { font: '方正小标宋简体', size: 44, color: RED },
    subtitle: { font: '楷体_GB2312', size: 26, line: 42 },
    body: { font: '楷体_GB2312', size: 24, line: 42 },
    small: { font: '宋体', size: 10.5 },
  },
}

const citation = ({ occasion, honour }: CertificateText) => `在${occasion}中，被评为“${honour}”。`

/** 同志 after a person's name; organisations and projects stand as they are. */
const addressed = ({ name, subject }: CertificateText) => (subject === 'person' ? `${name}同志：` : `${name}：`)

/** Width of a character of the text in mm, and how many of them stay free to the right of name and date. */
const CHARACTER = (24 * 25.4) / 72
const RIGHT = 1
const SEAL = 42
/** Distance of lines in mm, and of the middle of name and date from the head of the paper when no text is above. */
const LINE = (42 * 25.4) / 72
const SIGNED_BELOW = 88

/** Half-widths of the issuer's name and the date, and the wider of them, in characters. */
const halves = ({ issuer, grantedOn }: CertificateText) => {
  const [name, date] = [widthOf(issuer) / 2, widthOf(chineseDate(grantedOn)) / 2]
  return { name, date, most: Math.max(name, date) }
}

/** Lines above name and date, by counting characters: to whom, for what, and 特发此证. */
const linesOf = (text: CertificateText): number => {
  const width = A4_LANDSCAPE.width - profile.margins.left - profile.margins.right
  const perLine = width / CHARACTER
  const perLineAbove = (perLine * 24) / 26
  return Math.ceil(widthOf(addressed(text)) / perLineAbove) + Math.ceil((widthOf(citation(text)) + 2) / perLine) + 1
}

/** The seal presses upon name and date, upright and in their middle (GB/T 9704-2012, 7.3.5). */
const sealAt = (text: CertificateText): { x: number; y: number } => ({
  x: A4_LANDSCAPE.width - profile.margins.right - (RIGHT + halves(text).most) * CHARACTER - SEAL / 2,
  y: SIGNED_BELOW + linesOf(text) * LINE - SEAL / 2,
})

const small = (text: string, align: 'left' | 'center') => paragraph(text, { style: 'small', align })

const marks = (text: CertificateText): Mark[] => [
  { kind: 'frame', x: 10, y: 10, width: 277, height: 190, weight: 1.2, color: RED },
  { kind: 'frame', x: 13, y: 13, width: 271, height: 184, weight: 0.4, color: GOLD },
  { kind: 'circle', ...sealAt(text), diameter: SEAL, weight: 0.2, color: '999999', dashed: true },
  { kind: 'image', x: 24, y: 156, width: 26, height: 26, data: text.picture, format: 'png' },
  { kind: 'text', x: 22, y: 184, width: 150, paragraph: small(`编号：${text.number}　核对码：${text.code}`, 'left') },
]

const signed = (text: CertificateText, words: string, which: 'name' | 'date', linesBefore = 0) =>
  paragraph(words, { align: 'right', indentRight: RIGHT + halves(text).most - halves(text)[which], linesBefore })

const section = (text: CertificateText): Section => ({
  profile,
  marks: marks(text),
  ...(text.banner && { banner: text.banner }),
  pageNumbers: 'none',
  blocks: [
    paragraph('荣 誉 证 书', { style: 'title', align: 'center' }),
    paragraph(addressed(text), { style: 'subtitle', linesBefore: 0.6 }),
    paragraph(citation(text), { indent: 2, align: 'justify' }),
    paragraph('特发此证，以资鼓励。', { indent: 2 }),
    signed(text, text.issuer, 'name', 0.8),
    signed(text, chineseDate(text.grantedOn), 'date'),
  ],
})

/** Certificates, a page each. */
export const certificateDocument = (texts: CertificateText[]): Document => ({
  title: texts.length === 1 ? `荣誉证书 ${texts[0]!.number}` : '荣誉证书',
  sections: texts.map(section),
  fontNote: false,
})
