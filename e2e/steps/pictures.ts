import sharp from 'sharp'

const jpeg = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).jpeg({ quality: 85 }).toBuffer()

/** A portrait that belongs to nobody, 826×1252 pixels, on a ground of the colour. */
export const portrait = (ground: string): Promise<Buffer> =>
  jpeg(`<svg xmlns="http://www.w3.org/2000/svg" width="826" height="1252" viewBox="0 0 35 53">
    <rect width="35" height="53" fill="${ground}"/><path d="M5 53c1-12 6-16 12.5-16S29 41 30 53z" fill="#33415c"/>
    <ellipse cx="17.5" cy="24" rx="7.5" ry="9.5" fill="#e8c4a2"/></svg>`)

/** A page with a red ring where the seal is. */
export const scan = (): Promise<Buffer> =>
  jpeg(`<svg xmlns="http://www.w3.org/2000/svg" width="840" height="1188" viewBox="0 0 210 297">
    <rect width="210" height="297" fill="#fdfcf8"/>
    <circle cx="140" cy="238" r="19" fill="none" stroke="#c8281e" stroke-width="1.6"/></svg>`)
