import { useRef, useState } from 'react'
import { Problem } from '#platform/http/shared/problem.ts'
import { newKey } from './idempotency.ts'
import { sendFile } from './send-file.ts'
import { endUpload, PIECE, sendInPieces } from './send-in-pieces.ts'

/** A file on its way: how far it is, or why it stopped. */
export type Upload = {
  key: string
  file: File
  share: number
  problem?: Problem
  /** Where it goes on after a cut, once it was begun. */
  address?: string
}

type UploadsOptions<Stored> = {
  addressOf: (file: File) => string
  /** Where uploads that go on after a cut are begun; a file of one piece goes in one request all the same. */
  resumable?: string | undefined
  onUploaded: (stored: Stored, file: File) => void
}

/** Files on their way, two at a time (sockets are few in old browsers); done ones leave the list. */
export const useUploads = <Stored>({ addressOf, resumable, onUploaded }: UploadsOptions<Stored>) => {
  const [uploads, setUploads] = useState<Upload[]>([])
  const aborts = useRef(new Map<string, AbortController>())
  const waiting = useRef<Upload[]>([])
  const running = useRef(0)

  const patch = (key: string, change: Partial<Upload>) =>
    setUploads(before => before.map(upload => (upload.key === key ? { ...upload, ...change } : upload)))
  const drop = (key: string) => setUploads(before => before.filter(upload => upload.key !== key))

  const transmit = ({ key, file, address }: Upload, signal: AbortSignal) => {
    const onProgress = (share: number) => patch(key, { share })
    if (!resumable || file.size <= PIECE) return sendFile(addressOf(file), file, { key, onProgress, signal })
    const onBegun = (begun: string) => patch(key, { address: begun })
    return sendInPieces(resumable, file, { name: file.name, resume: address, onBegun, onProgress, signal })
  }
  const send = async (upload: Upload) => {
    const { key, file } = upload
    const abort = new AbortController()
    aborts.current.set(key, abort)
    try {
      const stored = await transmit(upload, abort.signal)
      drop(key)
      onUploaded(stored as Stored, file)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      patch(key, { problem: error })
    }
  }
  const pump = () => {
    while (running.current < AT_ONCE && waiting.current.length > 0) {
      running.current += 1
      send(waiting.current.shift()!).finally(() => {
        running.current -= 1
        pump()
      })
    }
  }
  const enqueue = (upload: Upload) => {
    waiting.current.push(upload)
    pump()
  }
  return {
    uploads,
    add: (files: File[]) => {
      const fresh = files.map(file => ({ key: newKey(), file, share: 0 }))
      setUploads(before => [...before, ...fresh])
      for (const upload of fresh) enqueue(upload)
    },
    retry: ({ problem: _, ...upload }: Upload) => {
      setUploads(before => before.map(each => (each.key === upload.key ? upload : each)))
      enqueue(upload)
    },
    /** What is under way is ended by its signal, what has stopped before by its address: the server keeps neither. */
    cancel: ({ key, problem, address }: Upload) => {
      waiting.current = waiting.current.filter(upload => upload.key !== key)
      drop(key)
      if (problem && address) void endUpload(address)
      else aborts.current.get(key)?.abort()
    },
  }
}

const AT_ONCE = 2
