import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { localStore, useFileStore } from '#kernel/files/index.ts'

/** Of the contents of the unit's files: a paper, and a picture with the copy of it that is given out. */
export const paperHash = 'a'.repeat(64)
export const pictureHash = 'b'.repeat(64)

const onePage = `%PDF-1.7
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
trailer <</Root 1 0 R>>
%%EOF`

/** A store of this process with what the rows of files name. */
export const fillStore = async (): Promise<void> => {
  const store = await localStore(mkdtempSync(join(tmpdir(), 'shishi-access-')))
  const put = async (name: string, content: string | Uint8Array) => {
    writeFileSync(join(store.incoming, name), content)
    await store.put(name, join(store.incoming, name))
  }
  const picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer()
  await put(paperHash, onePage)
  for (const name of [pictureHash, `${pictureHash}.view`, `${pictureHash}.320`]) await put(name, picture)
  useFileStore(store)
}
