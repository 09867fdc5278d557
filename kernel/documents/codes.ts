import encodeQR from 'qr'
import sharp from 'sharp'
import type { FootCode } from './model.ts'

/** Pixels of a module: sharp edges at 600 dpi for codes of 10 mm and more. */
const SCALE = 8
/** White modules around the code (ISO/IEC 18004 asks for 4; print on white paper needs 2). */
const BORDER = 2

/** A text as QR code, correction level M, black on white PNG. */
export const qrPicture = async (text: string): Promise<Uint8Array> => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
  const side = rows.length
  const pixels = Uint8Array.from(rows.flat(), dark => (dark ? 0 : 255))
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .resize(side * SCALE, side * SCALE, { kernel: 'nearest' })
    .png({ palette: true, colours: 2 })
    .toBuffer()
}

/** A code as people read it out: groups of five. */
export const spokenCode = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-')

/** The code at the foot of every page of a printed form: `address` to scan, `short` to type. */
export const footCode = async (address: string, short: string): Promise<FootCode> => ({
  picture: await qrPicture(address),
  text: short,
})
