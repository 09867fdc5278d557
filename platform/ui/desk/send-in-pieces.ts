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
  onProgress?: (share: number) => unknown
  /** Aborted where it is given up for good: what the server has of it is ended, too. */
  signal?: AbortSignal | undefined
  /** Of a sending in the background: with an ended session nobody is asked for a password. */
  anonymous?: boolean
}

type Way = Pick<PiecesOptions, 'signal' | 'anonymous'>

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
 * @throws Problem as the server told it; `network.unreachable` when the network stays away or it is given up
 */
export const sendInPieces = async (uploads: string, file: Blob, options: PiecesOptions): Promise<unknown> => {
  const { resume, onProgress, signal } = options
  let address = resume
  try {
    let offset = address ? await standing(address, options) : undefined
    if (!address || offset === undefined) {
      address = await begin(uploads, file, options)
      offset = 0
      await options.onBegun?.(address)
    }
    onProgress?.(offset / file.size)
    while (offset < file.size) {
      offset = await sendPiece(address, file, offset, options)
      onProgress?.(offset / file.size)
    }
    const hash = bytesToHex(sha256(new Uint8Array(await bytesOf(file))))
    return await persist(options, () => finish(address!, hash, signal))
  } catch (error) {
    if (address && signal?.aborted) await endUpload(address)
    throw error
  }
}

/**
 * Ends an upload at once (tus termination), so that nothing of it stays on the server. Asks for no password and tells of
 * no failure: what could not be ended, as without a network, is swept after a day.
 */
export const endUpload = async (address: string): Promise<void> => {
  const end = () => ask(address, { method: 'DELETE', keepalive: true }, undefined)
  await persist({ anonymous: true }, end).catch(() => undefined)
}

/** Blob.arrayBuffer came with Chromium 76 and Safari 14. */
const bytesOf = (file: Blob) => new Response(file).arrayBuffer()

/** How much the server has; undefined where it knows the upload no more. */
const standing = async (address: string, way: Way): Promise<number | undefined> => {
  try {
    return offsetIn(await persist(way, () => ask(address, { method: 'HEAD' }, way.signal)))
  } catch (error) {
    if ((error as Problem).status === 404 || (error as Problem).status === 403) return undefined
    throw error
  }
}

/** Not broken off by the signal: whoever gives up needs the address to end it. */
const begin = async (uploads: string, file: Blob, { name, ...way }: PiecesOptions): Promise<string> => {
  const headers = { 'upload-length': String(file.size), 'upload-metadata': `filename ${base64(name)}` }
  const reply = await persist(way, () => ask(uploads, { method: 'POST', headers }, undefined))
  return reply.headers.get('location')!
}

/** @returns how much the server has after it, which is all or part of the piece */
const sendPiece = (address: string, file: Blob, from: number, way: Way): Promise<number> => {
  let offset = from
  return persist(
    way,
    async () => {
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) }
      const body = file.slice(offset, offset + PIECE)
      return offsetIn(await ask(address, { method: 'PATCH', headers, body }, way.signal))
    },
    async () => {
      offset = offsetIn(await ask(address, { method: 'HEAD' }, way.signal))
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
const persist = async <T>(
  way: Way,
  work: () => Promise<T>,
  before?: () => Promise<void>,
  tries = TRIES,
): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (tries <= 1 || way.signal?.aborted) throw error
    const passing = isUnreachable(error) || ['file.cut', 'upload.offset'].includes((error as Problem).code)
    const asks = (error as Problem).status === 401 && !way.anonymous
    if (!passing && !(asks && (await signInAgain()))) throw error
    if (passing) await new Promise(resolve => setTimeout(resolve, RETRY_MS))
    await before?.().catch(() => undefined)
    return persist(way, work, before, tries - 1)
  }
}

const base64 = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
