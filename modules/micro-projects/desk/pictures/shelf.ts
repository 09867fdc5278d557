import type { Taken } from '#kernel/files/shared/index.ts'
import type { PicturePart } from '../../shared/index.ts'

/** A picture that was taken and not yet acknowledged. */
export type Waiting = {
  /** Of its sending: the same however often it is tried. */
  key: string
  projectId: number
  part: PicturePart
  name: string
  blob: Blob
  taken: Taken
  /** Where its upload goes on, once it was begun. */
  upload?: string
  /** Once the server has the file. */
  fileKey?: string
  /** Why it will not go by itself. */
  problem?: string
}

const NAME = 'shishi-pictures'
const STORE = 'waiting'

const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'key' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const run = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const base = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = ask(base.transaction(STORE, mode).objectStore(STORE))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  } finally {
    base.close()
  }
}

/** Pictures that this browser still keeps, of all projects; none where it keeps nothing (private windows). */
export const allKeptPictures = (): Promise<Waiting[]> =>
  run<Waiting[]>('readonly', store => store.getAll()).catch((): Waiting[] => [])

export const keptPictures = async (projectId: number): Promise<Waiting[]> =>
  (await allKeptPictures()).filter(one => one.projectId === projectId)

/** Keeps a picture until it is acknowledged; where the browser forbids it, the page itself still holds it. */
export const keepPicture = (one: Waiting): Promise<unknown> =>
  run('readwrite', store => store.put(one)).catch(() => undefined)

export const dropPicture = (key: string): Promise<unknown> =>
  run('readwrite', store => store.delete(key)).catch(() => undefined)
