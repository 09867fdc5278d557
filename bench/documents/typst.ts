import { tmpdir } from 'node:os'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders } from '#kernel/documents/pdf/fonts.ts'
import { paragraphs } from './material.ts'

const HEAD = `#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 27mm, right: 27mm), footer: context align(center, text(14pt)[#counter(page).display()]))
#set text(font: ((name: "Tinos", covers: "latin-in-cjk"), "Noto Serif SC"), size: 16pt, lang: "zh", region: "cn", top-edge: 20pt, bottom-edge: -8pt)
#set par(leading: 0pt, spacing: 0pt, justify: true, linebreaks: "simple", first-line-indent: (amount: 2em, all: true))
#v(56pt)
#align(center, text(22pt, weight: 700)[为群众办实事])
#align(center)[——张三同志典型事迹材料]
#v(28pt)
`

const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontPaths: fontFolders() }] })

/** The same article written by hand for typst, without a model, a thread or a page of its own for every paragraph. */
export const byTypst = (n: number): { file: Buffer; pages: number } => {
  const { result } = compiler.compile({ mainFileContent: HEAD + paragraphs(n).join('\n\n') })
  if (!result) throw new Error('typst could not set the reference text')
  const file = compiler.pdf(result, { creationTimestamp: 0 })
  compiler.evictCache(10)
  return { file, pages: result.numOfPages }
}
