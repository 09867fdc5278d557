import { PDFiumLibrary } from '@hyzyla/pdfium'

/** A page of a PDF: its box in mm, and its words without spaces and line ends. */
export type PdfPage = { width: number; height: number; text: string }

const MM_PER_POINT = 25.4 / 72
const mm = (points: number) => Math.round(points * MM_PER_POINT * 10) / 10

/** Reads a PDF back with PDFium, which shares nothing with what wrote it. */
export const pdfPages = async (file: Uint8Array): Promise<PdfPage[]> => {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(file)
    const pages = [...document.pages()].map(page => {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      return { width: mm(originalWidth), height: mm(originalHeight), text: page.getText().replace(/\s/g, '') }
    })
    document.destroy()
    return pages
  } finally {
    library.destroy()
  }
}
