import type { Taken } from '#kernel/files/shared/index.ts'
import type { PicturePart } from '../../shared/index.ts'
import type { Shelf, Waiting } from '../outbox/waiting.ts'

/** A picture that was taken and not yet acknowledged. */
export type WaitingPicture = Waiting & {
  part: PicturePart
  name: string
  blob: Blob
  taken: Taken
  /** Instant at which it was chosen, by the telephone's clock: the order in which it is sent. */
  at: string
  /** Where its upload goes on, once it was begun. */
  upload?: string | undefined
  /** Once the server has the file. */
  fileKey?: string | undefined
}

const NAME = 'shishi-pictures'
const STORE = 'waiting'

/** The second version knows who took a picture; what the first, which was never released, kept is nobody's. */
const opened = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 2)
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion > 0) request.result.deleteObjectStore(STORE)
      request.result.createObjectStore(STORE, { keyPath: 'key' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const run = async <T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
  const base = await opened()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = base.transaction(STORE, mode)
      const request = ask(transaction.objectStore(STORE))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    base.close()
  }
}

/** Pictures are too long for `localStorage`. Private windows of some browsers keep none. */
export const pictureShelf: Shelf<WaitingPicture> = {
  read: () =>
    run<WaitingPicture[]>('readonly', store => store.getAll()).then(
      kept => kept.toSorted((a, b) => (a.at < b.at ? -1 : 1)),
      () => [],
    ),
  keep: one =>
    run('readwrite', store => store.put(one)).then(
      () => true,
      () => false,
    ),
  drop: key => run('readwrite', store => store.delete(key)).catch(() => undefined),
}
