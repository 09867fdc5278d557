import type { State } from './states.ts'

/** What a picture shows: the place before, while and after it was worked on, the posted notice, the plaque. */
export const pictureParts = {
  before: '实施前',
  during: '实施中',
  after: '完成后',
  notice: '公示张贴',
  plaque: '标牌',
} as const
export type PicturePart = keyof typeof pictureParts
export const partKeys = Object.keys(pictureParts) as [PicturePart, ...PicturePart[]]

const untilPublicised: readonly State[] = [
  ...(['draft', 'secretary', 'office', 'leader', 'amount', 'meeting', 'building', 'completed'] as const),
]

/** When pictures may come and go; what was publicised stays as it was. */
export const pictureStates: Record<PicturePart, readonly State[]> = {
  before: untilPublicised,
  during: untilPublicised,
  after: ['building', 'completed'],
  notice: ['completed', 'publicity', 'acceptance'],
  plaque: ['accepted', 'paid'],
}

/** What is answered about people and house numbers in a picture; without an answer it is never public. */
export const privacyAnswers = {
  none: '没有人脸、门牌号和车牌',
  blurred: '已经打码',
  consent: '照片里的人同意公开',
} as const
export type PrivacyAnswer = keyof typeof privacyAnswers
export const privacyKeys = Object.keys(privacyAnswers) as [PrivacyAnswer, ...PrivacyAnswer[]]

/** Pictures a project may have in each part. */
export const maxPicturesOfPart = 9
