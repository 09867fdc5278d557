import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** Where contents lie, named by their hash. Local disk now; an S3-compatible store has the same five verbs. */
export type FileStore = {
  /** A folder for what is being received. It is on the same disk, so that `put` is one rename. */
  incoming: string
  /** Takes over a finished temporary file; when it returns, the content survives a power cut. */
  put: (name: string, temporary: string) => Promise<void>
  has: (name: string) => Promise<boolean>
  read: (name: string) => Readable
  remove: (name: string) => Promise<void>
}

/** Keeps contents under `folder`/ab/abcdef…. */
export const localStore = async (folder: string): Promise<FileStore> => {
  const incoming = join(folder, 'incoming')
  const place = (name: string) => join(folder, name.slice(0, 2), name)
  // What a killed process left half-received is of no use to anyone.
  await rm(incoming, { recursive: true, force: true })
  await mkdir(incoming, { recursive: true })
  return {
    incoming,
    put: async (name, temporary) => {
      await sync(temporary)
      await mkdir(dirname(place(name)), { recursive: true })
      await rename(temporary, place(name))
      await sync(dirname(place(name)))
    },
    has: name =>
      access(place(name)).then(
        () => true,
        () => false,
      ),
    read: name => createReadStream(place(name)),
    remove: name => rm(place(name), { force: true }),
  }
}

const sync = async (path: string) => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

let current: FileStore | undefined

/** Chooses the store of this process, once, at start. */
export const useFileStore = (store: FileStore): void => {
  current = store
}

export const fileStore = (): FileStore => {
  if (!current) throw new Error('useFileStore was not called at start')
  return current
}
