import { tmpdir } from 'node:os'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Document } from '../model.ts'
import { OFFICIAL_NAMES } from './faces.ts'
import { fontFolders } from './fonts.ts'
import { literal } from './literal.ts'
import type { Press } from './setting.ts'
import { documentSource } from './source.ts'

/** A finished PDF; `substituted` are fonts that the host does not have. */
export type Pdf = { file: Uint8Array; pages: number; substituted: string[] }

/** Results that the compiler keeps for later are dropped after so many documents without a use. */
const KEPT = 10

const diagnosticsOf = (error: { shortDiagnostics: { message: string }[] } | null): string[] =>
  (error?.shortDiagnostics ?? []).map(({ message }) => message)

/** Families among the official ones that the host lacks: the compiler warns of each. */
const missingFamilies = (compiler: NodeCompiler): Set<string> => {
  const probe = OFFICIAL_NAMES.map(name => `#text(font: ${literal(name)})[a]`).join('\n')
  const result = compiler.compile({ mainFileContent: probe })
  const unknown = diagnosticsOf(result.takeWarnings()).map(message => message.split('unknown font family: ')[1])
  return new Set(OFFICIAL_NAMES.filter(name => unknown.includes(name.toLowerCase())))
}

/** A compiler with its fonts read, which makes one PDF after another. */
export const createPress = () => {
  const compiler = NodeCompiler.create({ workspace: tmpdir(), fontArgs: [{ fontPaths: fontFolders() }] })
  const missing = missingFamilies(compiler)
  return (model: Document): Pdf => {
    const press: Press = { missing, substituted: new Set(), images: new Map() }
    const source = documentSource(model, press)
    for (const [path, data] of press.images) compiler.mapShadow(tmpdir() + path, Buffer.from(data))
    try {
      const result = compiler.compile({ mainFileContent: source })
      if (!result.result) throw new Error(`PDF: ${diagnosticsOf(result.takeError()).join('; ')}`)
      const file = compiler.pdf(result.result, { creationTimestamp: 0 })
      return { file, pages: result.result.numOfPages, substituted: [...press.substituted] }
    } finally {
      for (const path of press.images.keys()) compiler.unmapShadow(tmpdir() + path)
      compiler.evictCache(KEPT)
    }
  }
}
