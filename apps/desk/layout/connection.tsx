import { useSyncExternalStore } from 'react'

const subscribe = (changed: () => void) => {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Tells when the network is gone, and what to do meanwhile. */
export const Connection = () => {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <output className="connection" aria-live="polite">
      {!online && '网络断开了。可以继续填写，不要关闭本页，恢复后会自动保存。'}
    </output>
  )
}
