import type { Problem } from '#platform/http/shared/problem.ts'
import { isUnreachable, toProblem, unreachable } from './reply.ts'
import { signInAgain } from './session-expiry.ts'

type SendOptions = {
  /** Idempotency-Key: the same for every try of the same file. */
  key: string
  /** Share sent so far, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/**
 * Puts a file as the raw body of a request, by XMLHttpRequest because fetch tells nothing of its progress.
 * A lost reply and an expired session are handled as `call` does.
 * @throws Problem
 */
export const sendFile = async (address: string, file: Blob, options: SendOptions): Promise<unknown> => {
  try {
    return await put(address, file, options)
  } catch (error) {
    const again = isUnreachable(error) || ((error as Problem).status === 401 && (await signInAgain()))
    if (!again || options.signal?.aborted) throw error
    return put(address, file, options)
  }
}

const put = (address: string, file: Blob, { key, onProgress, signal }: SendOptions) =>
  new Promise<unknown>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', address)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('idempotency-key', key)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total ? loaded / total : 0)
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status === 502 || request.status === 504) reject(unreachable())
      else if (request.status < 400) resolve(body)
      else reject(toProblem(request.status, body))
    }
    request.onerror = () => reject(unreachable())
    request.onabort = () => reject(unreachable())
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
