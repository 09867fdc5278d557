import {
  type Document,
  footCode,
  formDocument,
  joined,
  paragraph,
  type Section,
  spokenCode,
} from '#kernel/documents/index.ts'
import type { FormDefinition } from '#kernel/forms/shared/index.ts'
import type { Project } from '../project/load.ts'
import { sheetWords } from '../signatures/sheet-number.ts'
import { applicationForm } from './read.ts'

/** A printed sheet's own number, at its foot as QR code and in characters. */
export const sheetCode = (code: string) => footCode(sheetWords(code), `签名表编号 ${spokenCode(code)}`)

const { grid } = applicationForm
const signing = grid.rows.findIndex(({ repeat }) => repeat === 'signatures')

/** Rows that have room on one page below the names; 附件1 itself has 21 on a page of their own. */
const ROWS = 16

/** The rows of 附件1 that are signed: 此表可加页. */
const sheetForm: FormDefinition = {
  ...applicationForm,
  title: [applicationForm.title[0]!, '签名表'],
  grid: {
    ...grid,
    rows: [...grid.rows.slice(signing - 2, signing), { ...grid.rows[signing]!, atLeast: ROWS, toSheet: ROWS }],
  },
  foot: [],
}

/** A sheet tells what is signed for, above its table. */
const naming = (title: string, section: Section): Section => ({
  ...section,
  blocks: section.blocks.flatMap((block): Section['blocks'] =>
    block.kind === 'table' ? [paragraph(`项目名称：${title}`, { align: 'left' }), block] : [block],
  ),
})

/** Blank signature sheets to carry from door to door, one for each number. */
export const blankSheets = async (
  { villageName, title }: Project,
  named: (form: FormDefinition) => FormDefinition,
  codes: string[],
): Promise<Document> => {
  const sheets = await Promise.all(
    codes.map(async code =>
      formDocument(named(sheetForm), { village: villageName }, { footCode: await sheetCode(code) }),
    ),
  )
  const { sections, ...document } = joined('签名表', sheets)
  return { ...document, sections: sections.map(section => naming(title, section)) }
}
