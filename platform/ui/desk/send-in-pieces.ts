import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Problem } from '#platform/http/shared/problem.ts'
import { isUnreachable, readReply, unreachable } from './reply.ts'
import { signInAgain } from './session-expiry.ts'

export type PiecesOptions = {
  name: string
  /** Address of an upload that was begun before and cut off. */
  resume?: string | undefined
  /** Where it goes on, should this be cut off too: keep it with the file. */
  onBegun?: (address: string) => unknown
  /** Share sent so far, 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** Bytes a request: what stands between may hold a body back until it is whole, so that a cut one arrives as nothing. */
export const PIECE = 256 * 1024
/** How often a piece is tried before it is left for later. */
const TRIES = 3
const RETRY_MS = 800

/**
 * Sends a file piece by piece from wherever the server says that it stands (tus 1.0.0), and has its hash checked at the
 * end. A piece whose reply is lost is asked after, never sent blindly again.
 * @param uploads where uploads are begun
 * @returns the file as the server keeps it
 * @throws Problem as the server told it; `network.unreachable` when the network stays away
 */
export const sendInPieces = async (uploads: string, file: Blob, options: PiecesOptions): Promise<unknown> => {
  const { resume, onProgress, signal } = options
  let address = resume
  let offset = address ? await standing(address, signal) : undefined
  if (!address || offset === undefined) {
    address = await begin(uploads, file, options)
    offset = 0
    await options.onBegun?.(address)
  }
  onProgress?.(offset / file.size)
  while (offset < file.size) {
    offset = await sendPiece(address, file, offset, signal)
    onProgress?.(offset / file.size)
  }
  const hash = bytesToHex(sha256(new Uint8Array(await bytesOf(file))))
  return persist(() => finish(address, hash, signal))
}

/** Blob.arrayBuffer came with Chromium 76 and Safari 14. */
const bytesOf = (file: Blob) => new Response(file).arrayBuffer()

/** How much the server has; undefined where it knows the upload no more. */
const standing = async (address: string, signal: AbortSignal | undefined): Promise<number | undefined> => {
  try {
    return offsetIn(await persist(() => ask(address, { method: 'HEAD' }, signal)))
  } catch (error) {
    if ((error as Problem).status === 404 || (error as Problem).status === 403) return undefined
    throw error
  }
}

const begin = async (uploads: string, file: Blob, { name, signal }: PiecesOptions): Promise<string> => {
  const headers = { 'upload-length': String(file.size), 'upload-metadata': `filename ${base64(name)}` }
  const reply = await persist(() => ask(uploads, { method: 'POST', headers }, signal))
  return reply.headers.get('location')!
}

/** @returns how much the server has after it, which is all or part of the piece */
const sendPiece = (address: string, file: Blob, from: number, signal: AbortSignal | undefined): Promise<number> => {
  let offset = from
  return persist(
    async () => {
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }
      const body = file.slice(offset, offset + PIECE)
      return offsetIn(await ask(address, { method: 'PATCH', headers, body }, signal))
    },
    async () => {
      offset = offsetIn(await ask(address, { method: 'HEAD' }, signal))
    },
  )
}

const finish = async (address: string, hash: string, signal: AbortSignal | undefined): Promise<unknown> => {
  const headers = { 'content-type': 'application/json' }
  const reply = await ask(
    `${address}/file`,
    { method: 'POST', headers, body: JSON.stringify({ sha256: hash }) },
    signal,
  )
  return reply.json()
}

const offsetIn = ({ headers }: Response) => Number(headers.get('upload-offset'))

const ask = async (address: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> => {
  const headers = { accept: 'application/json', 'tus-resumable': '1.0.0', ...init.headers }
  const reply = await fetch(address, { ...init, headers, credentials: 'same-origin', ...(signal && { signal }) }).catch(
    () => Promise.reject(unreachable()),
  )
  if (reply.status === 502 || reply.status === 504) throw unreachable()
  if (!reply.ok) await readReply(reply)
  return reply
}

/** Tries again where the network failed, the piece was cut or somebody has to sign in again. */
const persist = async <T>(work: () => Promise<T>, before?: () => Promise<void>, tries = TRIES): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const passing = isUnreachable(error) || ['file.cut', 'upload.offset'].includes((error as Problem).code)
    const again = passing || ((error as Problem).status === 401 && (await signInAgain()))
    if (!again || tries <= 1) throw error
    if (passing) await new Promise(resolve => setTimeout(resolve, RETRY_MS))
    await before?.().catch(() => undefined)
    return persist(work, before, tries - 1)
  }
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
