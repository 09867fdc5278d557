import { newKey } from '#platform/ui/desk/idempotency.ts'

const NAME = 'shishi.outbox'

/** Tells other windows of the desk in this browser that what waits has changed. */
export const tellOtherWindows = (): void => {
  try {
    window.localStorage.setItem(NAME, newKey())
  } catch {
    // They read it anew before they send.
  }
}

/** @returns how to listen no more */
export const onOtherWindow = (listener: () => unknown): (() => void) => {
  const told = ({ key }: StorageEvent) => key === NAME && listener()
  window.addEventListener('storage', told)
  return () => window.removeEventListener('storage', told)
}

/**
 * Runs something in one window of this browser at a time, by a Web Lock. Over plain HTTP and in old browsers there is
 * none: there it rests on what is sent having a key of its own, under which the server takes it once.
 */
export const oneWindowAtATime = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const locks = navigator.locks as LockManager | undefined
  return locks ? ((await locks.request(name, work)) as T) : work()
}
