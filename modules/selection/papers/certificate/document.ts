import { chineseDate } from '#kernel/calendar/shared/index.ts'
import {
  A4_LANDSCAPE,
  type Document,
  type DocumentProfile,
  type Mark,
  PROFILES,
  paragraph,
  type Section,
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

/** 同志 after a person's name; organisations and projects stand as they are. */
const addressed = ({ name, subject }: CertificateText) => (subject === 'person' ? `${name}同志：` : `${name}：`)

const small = (text: string, align: 'left' | 'center') => paragraph(text, { style: 'small', align })

const marks = ({ picture, code, number }: CertificateText): Mark[] => [
  { kind: 'frame', x: 10, y: 10, width: 277, height: 190, weight: 1.2, color: RED },
  { kind: 'frame', x: 13, y: 13, width: 271, height: 184, weight: 0.4, color: GOLD },
  { kind: 'circle', x: 204, y: 136, diameter: 42, weight: 0.2, color: '999999', dashed: true },
  { kind: 'image', x: 24, y: 156, width: 26, height: 26, data: picture, format: 'png' },
  { kind: 'text', x: 22, y: 184, width: 150, paragraph: small(`编号：${number}　核对码：${code}`, 'left') },
]

const section = (text: CertificateText): Section => ({
  profile,
  marks: marks(text),
  ...(text.banner && { banner: text.banner }),
  pageNumbers: 'none',
  blocks: [
    paragraph('荣 誉 证 书', { style: 'title', align: 'center' }),
    paragraph(addressed(text), { style: 'subtitle', linesBefore: 0.6 }),
    paragraph(`在${text.occasion}中，被评为“${text.honour}”。`, { indent: 2, align: 'justify' }),
    paragraph('特发此证，以资鼓励。', { indent: 2 }),
    paragraph(text.issuer, { align: 'right', indentRight: 1, linesBefore: 0.8 }),
    paragraph(chineseDate(text.grantedOn), { align: 'right', indentRight: 2 }),
  ],
})

/** Certificates, a page each. */
export const certificateDocument = (texts: CertificateText[]): Document => ({
  title: texts.length === 1 ? `荣誉证书 ${texts[0]!.number}` : '荣誉证书',
  sections: texts.map(section),
})
