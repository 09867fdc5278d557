import { type Conversion, convert } from './convert.ts'
import { office } from './find.ts'

export { noOffice } from './convert.ts'

/** Whether the host can write and read .doc; screens offer .docx alone where it cannot. */
export const hasOffice = async (): Promise<boolean> => (await office()) !== undefined

/** .docx files as true Word 97-2003 (.doc), in the same order. @throws Problem `word97.*` */
export const toWord97 = (files: Uint8Array[], limits?: Conversion): Promise<Buffer[]> =>
  convert(files, 'docx', 'doc', limits)

/** Word 97-2003 files as .docx, in the same order; inspect what others sent before. @throws Problem `word97.*` */
export const fromWord97 = (files: Uint8Array[], limits?: Conversion): Promise<Buffer[]> =>
  convert(files, 'doc', 'docx', limits)
