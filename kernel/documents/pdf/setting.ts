import { characterSpace, type DocumentProfile, type Lettering, lineHeight } from '../profiles.ts'
import { faceFor, familyList } from './faces.ts'
import { pt, rgb } from './literal.ts'

/** What the sheets of one job share: the fonts the host lacks, and those that were replaced for it. */
export type Press = { missing: ReadonlySet<string>; substituted: Set<string>; images: Map<string, Uint8Array> }

/** Share of a character's box that stands above the base line. */
const ASCENT = 0.88

const halfGap = (lettering: Lettering): number => (lineHeight(lettering) - lettering.size) / 2

/** How far a line reaches below its base line, in points: a box stands on its lower edge, text does not. */
export const depthOf = (lettering: Lettering): number => lettering.size * (1 - ASCENT) + halfGap(lettering)

/** Lettering as typst's arguments: lines of fixed distance whatever face a character is taken from. */
export const textArguments = (lettering: Lettering, profile: DocumentProfile, press: Press): string => {
  const face = faceFor(lettering.font, press.missing)
  if (face.substituted) press.substituted.add(lettering.font)
  const digits = faceFor(profile.digits, press.missing).family
  const space = characterSpace(profile)
  return [
    `font: ${familyList(face.family, digits)}`,
    `size: ${pt(lettering.size)}`,
    `weight: ${face.weight}`,
    `top-edge: ${pt(lettering.size * ASCENT + halfGap(lettering))}`,
    `bottom-edge: ${pt(-depthOf(lettering))}`,
    `tracking: ${pt(space)}`,
    `fill: ${lettering.color ? rgb(lettering.color) : 'black'}`,
  ].join(', ')
}

/** Pictures are handed to the compiler beside the source, under a name each. */
export const imagePath = (press: Press, data: Uint8Array, format: 'jpg' | 'png'): string => {
  for (const [path, known] of press.images) if (known === data) return path
  const path = `/image-${press.images.size + 1}.${format}`
  press.images.set(path, data)
  return path
}
