import type { Document } from '#kernel/documents/index.ts'
import { findFile } from '#kernel/files/index.ts'
import { fieldsOf, type PhotoAnswer } from '#kernel/forms/shared/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { categoryOf } from '../../plan/lookup.ts'
import { nomineeText, separateTexts } from '../form/document.ts'
import { codedDocument, type Link } from '../form/file.ts'
import { materialFileName, nomineeFileName } from '../form/file-name.ts'
import type { PrintedNominee } from '../form/nominee.ts'
import type { Piece } from './piece.ts'

type Printing = { banner: string | undefined; link: Link }

/** What the index says of a nominee's file. */
export const ofNominee = ({ id, unitName, plan, category, name }: PrintedNominee) => ({
  unitName,
  category: categoryOf(plan, category).name,
  nominee: name,
  nomineeId: id,
})

/** 推荐表, with the texts that the plan merges into it (一项一档). */
export const formPiece = (db: Db, nominee: PrintedNominee, printing: Printing): Piece => ({
  ...ofNominee(nominee),
  key: `nomination-${nominee.id}`,
  name: nomineeFileName(nominee),
  coded: nominee,
  content: {
    document: async () => (await inTransaction(db, tx => codedDocument(tx, nominee, 'file', printing))).document,
  },
})

/** Texts that the plan wants as files of their own. */
export const textPieces = (nominee: PrintedNominee, { banner }: Printing): Piece[] =>
  separateTexts(nominee).map(material => ({
    ...ofNominee(nominee),
    key: `nomination-${nominee.id}-${material.key}`,
    name: materialFileName(material, nominee),
    content: { document: async (): Promise<Document> => nomineeText(nominee, material, { banner }) },
  }))

/** 电子照片, where the plan wants it as a file. */
export const photoPieces = async (db: Db, nominee: PrintedNominee): Promise<Piece[]> => {
  const { plan, category, form, answers } = nominee
  const material = plan.materials.find(
    ({ kind, categories }) => kind === 'photo' && (categories === 'all' || categories.includes(category)),
  )
  const wanted = material && plan.documents.outputs.some(({ materials }) => materials.includes(material.key))
  const field = wanted && fieldsOf(form).find(({ kind }) => kind === 'photo')
  const answer = field ? (answers[field.key] as PhotoAnswer | undefined) : undefined
  const file = answer && (await findFile(db, answer.fileId))
  if (!material || !file) return []
  const key = `nomination-${nominee.id}-${material.key}`
  return [{ ...ofNominee(nominee), key, name: materialFileName(material, nominee), content: { file } }]
}
