import { RSABSSA } from '@cloudflare/blindrsa-ts'
import type { Credential, Request } from './store.ts'

const pss = { name: 'RSA-PSS', hash: 'SHA-384' }
const suite = RSABSSA.SHA384.PSS.Deterministic()

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, sign => ({ '+': '-', '/': '_', '=': '' })[sign]!)

const fromBase64url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0))

const hex = (bytes: Uint8Array): string => [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16))

/** 32 random bytes as hexadecimal digits. */
export const random32 = (): string => hex(crypto.getRandomValues(new Uint8Array(32)))

const readKey = (spki: string) => crypto.subtle.importKey('spki', fromBase64url(spki), pss, true, ['verify'])

/** Draws a serial and blinds it for a group's key (RFC 9474, RSABSSA-SHA384-PSS-Deterministic). */
export const newRequest = async (group: string, spki: string): Promise<Request> => {
  const serial = crypto.getRandomValues(new Uint8Array(32))
  const { blindedMsg, inv } = await suite.blind(await readKey(spki), serial)
  return { group, serial: hex(serial), blinded: base64url(blindedMsg), inverse: base64url(inv) }
}

/** Takes the blinding off and checks that what remains is the office's signature. @throws Error when it is not */
export const finishRequest = async (request: Request, spki: string, signature: string): Promise<Credential> => {
  const { group, serial, inverse } = request
  const key = await readKey(spki)
  const done = await suite.finalize(key, fromHex(serial), fromBase64url(signature), fromBase64url(inverse))
  return { group, serial, credential: base64url(done) }
}

/** Whether this page may use cryptography at all: over plain HTTP a browser does not let it. */
export const canBlind = (): boolean => isSecureContext && crypto.subtle !== undefined
