declare module 'subset-font' {
  type Options = { targetFormat: 'sfnt' | 'woff' | 'woff2' }
  /** Cuts the characters of `text` out of a font file. */
  export default function subsetFont(font: Uint8Array, text: string, options: Options): Promise<Uint8Array>
}
