import { readFileSync } from 'node:fs'
import { formIn, lintDocument, PROFILES, readWord, renderDocx, renderPdf, toWord97 } from '#kernel/documents/index.ts'
import { fileOf, form } from './material.ts'

/** Peak memory of a process that makes so many files of one kind: `memory.ts <kind> <count>` prints megabytes. */
const [kind, count] = [process.argv[2], Number(process.argv[3])]

for (let n = 0; n < count; n += 1) {
  if (kind === 'docx') renderDocx(fileOf(n))
  if (kind === 'pdf') await renderPdf(fileOf(n))
  if (kind === 'read') {
    const document = await readWord(renderDocx(fileOf(n)), `${n}.docx`)
    if (!formIn(document, [form])) throw new Error('a form was not recognised')
    lintDocument(document, { article: PROFILES['luoyang2021-material']! })
  }
}
if (kind === 'doc') await toWord97(Array.from({ length: count }, (_, n) => renderDocx(fileOf(n))))

// Not resourceUsage().maxRSS: that one begins with what the process had which started this one.
const highest = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]
process.stdout.write(String(Number(highest) / 1024))
process.exit(0)
