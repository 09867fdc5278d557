import type { WordLettering } from './model.ts'
import { attributeOf, childOf, childrenOf, isOn, numberOf, type XmlElement } from './xml.ts'

/** Fonts that a theme gives to its two roles, for Chinese. */
export type ThemeFonts = Record<string, string | undefined>

/** `minorEastAsia`, `majorAscii` … → the font's name, from word/theme/theme1.xml. */
export const readTheme = (theme: XmlElement | undefined): ThemeFonts => {
  const scheme = childOf(theme, 'a:themeElements', 'a:fontScheme')
  const fonts: ThemeFonts = {}
  for (const role of ['major', 'minor']) {
    const font = childOf(scheme, `a:${role}Font`)
    const latin = attributeOf(childOf(font, 'a:latin'), 'typeface')
    const hans = childrenOf(font, 'a:font').find(one => attributeOf(one, 'script') === 'Hans')
    fonts[`${role}EastAsia`] =
      attributeOf(childOf(font, 'a:ea'), 'typeface') || (hans ? attributeOf(hans, 'typeface') : undefined)
    fonts[`${role}Ascii`] = latin
    fonts[`${role}HAnsi`] = latin
  }
  return fonts
}

const fontOf = (fonts: XmlElement | undefined, role: 'eastAsia' | 'ascii', theme: ThemeFonts): string | undefined =>
  theme[attributeOf(fonts, `w:${role}Theme`) ?? ''] ?? attributeOf(fonts, `w:${role}`)

/** What one `w:rPr` says; what it leaves open is left out, so that levels can be laid over each other. */
export const readLettering = (properties: XmlElement | undefined, theme: ThemeFonts): WordLettering => {
  if (!properties) return {}
  const fonts = childOf(properties, 'w:rFonts')
  const halfPoints = numberOf(childOf(properties, 'w:sz'))
  const found: WordLettering = {}
  const eastAsia = fontOf(fonts, 'eastAsia', theme)
  const ascii = fontOf(fonts, 'ascii', theme)
  if (eastAsia) found.eastAsia = eastAsia
  if (ascii) found.ascii = ascii
  if (halfPoints) found.size = halfPoints / 2
  const bold = childOf(properties, 'w:b')
  if (bold) found.bold = isOn(bold)
  const underline = childOf(properties, 'w:u')
  if (underline) found.underline = isOn(underline)
  return found
}
