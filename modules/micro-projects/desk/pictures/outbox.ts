import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type StoredFile, uploadsPath } from '#kernel/files/shared/index.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call, endpointKey, isUnreachable, newKey, sendInPieces } from '#platform/ui/desk/index.ts'
import { type PicturePart, pictureApi, projectApi } from '../../shared/index.ts'
import { reducePicture } from './reduce.ts'
import { dropPicture, keepPicture, keptPictures, type Waiting } from './shelf.ts'

const retryMs = 15_000

/**
 * Pictures of a project on their way, one after the other. Each is kept in this browser until the server has it: a cut
 * upload goes on by itself from where the server has it, also after the page was closed.
 */
export const usePictureOutbox = (projectId: number) => {
  const queries = useQueryClient()
  const [waiting, setWaiting] = useState<Waiting[]>([])
  const [share, setShare] = useState(0)
  const held = useRef<Waiting[]>([])
  const sending = useRef(false)

  const change = useCallback((next: Waiting[]) => {
    held.current = next
    setWaiting(next)
  }, [])
  const flush = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    for (let one = nextOf(held.current); one; one = nextOf(held.current)) {
      setShare(0)
      const outcome = await send(one, setShare)
      if (outcome === 'later') break
      change(held.current.filter(({ key }) => key !== one!.key).concat(outcome ? [{ ...one, problem: outcome }] : []))
      await (outcome ? keepPicture({ ...one, problem: outcome }) : dropPicture(one.key))
      for (const changed of [pictureApi.listPictures, projectApi.getProject])
        queries.invalidateQueries({ queryKey: endpointKey(changed) })
    }
    sending.current = false
  }, [change, queries])

  useEffect(() => {
    keptPictures(projectId).then(kept => {
      const known = new Set(held.current.map(({ key }) => key))
      change([...held.current, ...kept.filter(({ key }) => !known.has(key))])
      flush()
    })
    const again = setInterval(flush, retryMs)
    window.addEventListener('online', flush)
    return () => {
      clearInterval(again)
      window.removeEventListener('online', flush)
    }
  }, [projectId, change, flush])

  const add = async (part: PicturePart, files: File[]) => {
    for (const file of files) {
      const { blob, taken } = await reducePicture(file)
      const one: Waiting = { key: newKey(), projectId, part, name: file.name || '照片.jpg', blob, taken }
      await keepPicture(one)
      change([...held.current, one])
    }
    await flush()
  }
  const drop = (key: string) => {
    change(held.current.filter(one => one.key !== key))
    return dropPicture(key)
  }
  return { waiting, share, add, drop, flush }
}

const nextOf = (all: Waiting[]) => all.find(({ problem }) => !problem)

/** Signed out, cut off, sent from two pages at once, or too many on their way: none of it is the picture's fault. */
const passing = /^(session\.|file\.cut|upload\.(offset|many|unfinished))/

/** Nothing once it is done; `later` while there is no network; otherwise why it was refused. */
const send = async (one: Waiting, onProgress: (share: number) => void): Promise<undefined | string> => {
  try {
    one.fileKey ??= await upload(one, onProgress)
    await keepPicture(one)
    await call(
      pictureApi.attachPicture,
      { params: { id: one.projectId }, body: { part: one.part, fileKey: one.fileKey, ...one.taken } },
      { key: `${one.key}-attach` },
    )
    return undefined
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (isUnreachable(error) || passing.test(error.code) || error.status >= 500) return 'later'
    return error.message
  }
}

const upload = async (one: Waiting, onProgress: (share: number) => void): Promise<string> => {
  const onBegun = (address: string) => {
    one.upload = address
    return keepPicture(one)
  }
  const { name, upload: resume } = one
  return ((await sendInPieces(uploadsPath, one.blob, { name, resume, onBegun, onProgress })) as StoredFile).key
}
