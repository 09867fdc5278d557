import type { Document } from '#kernel/documents/index.ts'
import type { FileRow } from '#kernel/files/index.ts'
import { safeName } from '#kernel/files/shared/index.ts'
import { distinctNames } from '../form/file-name.ts'
import type { PrintedNominee } from '../form/nominee.ts'

/** One file of a unit's or a campaign's package: of whom it is, as the index says it, and what it is made of. */
export type Piece = {
  key: string
  unitName: string
  /** Empty for what is of the whole unit. */
  category: string
  nominee: string
  nomineeId?: number
  /** The name it wants, without extension. */
  name: string
  /** Made as asked for, or given out as it was handed in. */
  content: { document: () => Promise<Document> } | { file: FileRow }
  /** Whose form it is: a form has its code in the index. */
  coded?: PrintedNominee
}

export type Placed = Piece & { path: string }

/** A folder's name as every system can keep it. */
export const folderName = (name: string) => safeName(name, 'x').replace(/\.x$/u, '')

const extensionOf = ({ name, mime }: FileRow) =>
  /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? mime.split('/').at(-1)!

/** A folder a unit where there are several; names of one folder are made distinct. */
export const placed = (pieces: Piece[], format: string): Placed[] => {
  const several = new Set(pieces.map(({ unitName }) => unitName)).size > 1
  const wanted = pieces.map(({ unitName, name, content }) => {
    const safe = safeName(name, 'file' in content ? extensionOf(content.file) : format)
    return several ? `${folderName(unitName)}/${safe}` : safe
  })
  return distinctNames(wanted).map((path, index) => ({ ...pieces[index]!, path }))
}
