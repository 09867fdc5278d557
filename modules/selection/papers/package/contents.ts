import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Zip, ZipPassThrough } from 'fflate'
import { fileStore } from '#kernel/files/index.ts'

/** Contents of packages lie beside uploads under names of their own: removing an upload never takes one away. */
const nameOf = (sha256: string) => `${sha256}.package`

/** Keeps bytes in the store. @returns their hash */
export const keepBytes = async (bytes: Uint8Array): Promise<string> => {
  const path = join(fileStore().incoming, randomUUID())
  await writeFile(path, bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await fileStore().put(nameOf(sha256), path)
  return sha256
}

export const readKept = (sha256: string) => fileStore().read(nameOf(sha256))
export const removeKept = (sha256: string) => fileStore().remove(nameOf(sha256))

export type Entry = { path: string; sha256: string }

/**
 * Kept contents as one ZIP, streamed, so that memory holds one entry at a time. Entries are stored as they are: the
 * papers in it are compressed already.
 */
export const zipKept = async (entries: readonly Entry[]): Promise<{ sha256: string; bytes: number }> => {
  const path = join(fileStore().incoming, randomUUID())
  try {
    await writeZip(path, entries)
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
    const sha256 = hash.digest('hex')
    const { size } = await stat(path)
    await fileStore().put(nameOf(sha256), path)
    return { sha256, bytes: size }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

const writeZip = async (path: string, entries: readonly Entry[]): Promise<void> => {
  const out = createWriteStream(path)
  const finished = new Promise<void>((resolve, reject) => out.once('close', resolve).once('error', reject))
  const zip = new Zip((error, chunk, last) => {
    if (error) return out.destroy(error)
    out.write(chunk)
    if (last) out.end()
  })
  for (const entry of entries) {
    const file = new ZipPassThrough(entry.path)
    zip.add(file)
    file.push(await buffer(readKept(entry.sha256)), true)
  }
  zip.end()
  await finished
}
