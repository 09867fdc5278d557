/** Half-width characters of a sheet that an upright A4 page takes at a readable size. */
const UPRIGHT = 90

/** A list of many columns is printed across the paper. */
export const orientationOf = (widths: number[]): 'portrait' | 'landscape' =>
  widths.reduce((sum, width) => sum + width, 0) > UPRIGHT ? 'landscape' : 'portrait'

/** A printed sheet is as wide as its paper, and as many pages long as it needs (ECMA-376, 18.3.1.65 and 18.3.1.63). */
export const fittedToWidth = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml.replace(/<worksheet\b[^>]*>/u, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'),
        transformElementAttributes: (tag: string, attributes: Record<string, string | number>) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
}

const titled = (name: string, index: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">'${name.replaceAll("'", "''")}'!$1:$1</definedName>`

/** The row of titles stands at the head of every printed page of its sheet (ECMA-376, 18.2.5). */
export const titlesOnEveryPage = {
  files: {
    transform: {
      'xl/workbook.xml': {
        transform: (xml: string) => {
          const names = [...xml.matchAll(/<sheet\b[^>]*\bname="([^"]*)"/gu)].map(([, name], index) =>
            titled(name!, index),
          )
          return xml.replace(/<definedNames\s*\/>/u, `<definedNames>${names.join('')}</definedNames>`)
        },
      },
    },
  },
}
