import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import type { testCampaign } from '../testing.ts'

/** A store of the test's own that holds the sample nominees' photograph. */
export const useSampleStore = async (): Promise<void> => {
  const store = await localStore(await mkdtemp(join(tmpdir(), 'papers-')))
  useFileStore(store)
  const picture = sharp({ create: { width: 206, height: 313, channels: 3, background: '#3a7bd5' } })
  const path = join(store.incoming, 'sample')
  await writeFile(path, await picture.jpeg().toBuffer())
  await store.put(`${'0'.repeat(64)}.view`, path)
}

type Campaign = Pick<Awaited<ReturnType<typeof testCampaign>>, 'server'>
type Got = { status: number; bytes: Uint8Array; name: string | undefined; json: () => unknown }

/** Asks for a file as somebody signed in: its status, content and the name it is given out under. */
export const download = async ({ server }: Campaign, who: { cookie: string }, path: string): Promise<Got> => {
  const answer = await server.app.request(path, { headers: { cookie: who.cookie } })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const name = /filename\*=UTF-8''(.*)$/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  return {
    status: answer.status,
    bytes,
    name: name && decodeURIComponent(name),
    json: () => JSON.parse(new TextDecoder().decode(bytes)),
  }
}

/** The words of a Word file. */
export const wordsOf = (docx: Uint8Array): string =>
  strFromU8(unzipSync(docx)['word/document.xml']!).replaceAll(/<[^>]+>/g, '')
