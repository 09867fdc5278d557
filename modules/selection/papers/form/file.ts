import type { Actor } from '#kernel/access/index.ts'
import { record } from '#kernel/audit/index.ts'
import type { Document } from '#kernel/documents/index.ts'
import type { PaperFormat } from '#kernel/documents/shared/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { refuse } from '#platform/http/index.ts'
import type { Nomination } from '../../load.ts'
import { canRevealAnswer } from '../../permissions.ts'
import { bannerOf } from '../banner.ts'
import type { NomineePaper } from '../shared/api.ts'
import { footCodeOf } from '../sheet/code-picture.ts'
import { sheetCode } from '../sheet/sheet.ts'
import { hasTexts, nomineeDocument } from './document.ts'
import { nomineeFileName } from './file-name.ts'
import { halfHidden, type PrintedNominee, picturesOf, printedNominee } from './nominee.ts'

/** What a printed paper needs of where it is asked for: the address that its code leads to. */
export type Link = (path: string) => string

const NAMES: Record<NomineePaper, (name: string) => string> = {
  form: name => name,
  article: name => `典型材料-${name.replace(/^【.*?】/u, '')}`,
  file: name => name,
}

/** A nominee's paper with its code at the foot; the code is kept with what was printed. */
export const codedDocument = async (
  tx: Tx,
  nominee: PrintedNominee,
  paper: NomineePaper,
  { banner, link }: { banner: string | undefined; link: Link },
): Promise<{ document: Document; code: string }> => {
  const code = await sheetCode(tx, nominee)
  const footCode = await footCodeOf(code, link)
  const pictures = await picturesOf(tx, nominee)
  return { code, document: nomineeDocument(nominee, paper, { banner, footCode, pictures }) }
}

/**
 * One of a nominee's papers for this actor. That it was taken out, ID number and all, is recorded.
 * @throws Problem 404 `paper.none` where there is no text yet
 */
export const nomineePaper = async (
  tx: Tx,
  actor: Actor,
  nomination: Nomination,
  { paper, format, link }: { paper: NomineePaper; format: PaperFormat; link: Link },
): Promise<{ document: Document; name: string }> => {
  const nominee = await printedNominee(tx, nomination)
  if (paper === 'article' && !hasTexts(nominee))
    throw refuse('paper.none', '还没有填写材料正文，填写后再下载。', { status: 404 })
  const banner = await bannerOf(tx)
  const { document, code } = canRevealAnswer(actor, nomination)
    ? await codedDocument(tx, nominee, paper, { banner, link })
    : {
        document: nomineeDocument(halfHidden(nominee), paper, { banner, pictures: await picturesOf(tx, nominee) }),
        code: null,
      }
  await record(tx, actor, {
    action: 'selection.nomination.paper',
    subjectKind: 'nomination',
    subjectId: nomination.id,
    detail: { paper, format, code },
  })
  return { document, name: NAMES[paper](nomineeFileName(nominee)) }
}
