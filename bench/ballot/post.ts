import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** A body that goes to an address of its own, by somebody signed in. */
export type Asked = { path: string; cookie: string; body: string }

/** Posting bodies, each once, by keep-alive connections with one request outstanding each. */
export type PostLoad = {
  ports: number[]
  path: string
  connections: number
  /** Ends after so long, or when every body was answered. */
  seconds: number
  bodies: (string | Asked)[]
  /** Sends a body again until it is answered with 200, over a new connection where need be; and keeps the answers. */
  persistent?: boolean
}

/** How it went. `answers` holds each body's 200 where the load is persistent. */
export type Posted = { times: number[]; seconds: number; failed: number; failure?: string; answers: string[] }

const request = (path: string, body: string, more = ''): string =>
  `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${more}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

const textOf = (path: string, asked: string | Asked): string =>
  typeof asked === 'string'
    ? request(path, asked)
    : request(asked.path, asked.body, `cookie: ${asked.cookie}\r\nidempotency-key: ${randomUUID()}\r\n`)

/** The whole answer at the start of what was received, or undefined while some of it is missing. */
const answerIn = (bytes: Buffer): { text: string; end: number } | undefined => {
  const head = bytes.indexOf('\r\n\r\n')
  if (head < 0) return undefined
  const length = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, head))
  if (!length) throw new Error('an answer without a length')
  const end = head + 4 + Number(length[1])
  return bytes.length < end ? undefined : { text: bytes.toString('utf8', 0, end), end }
}

/** A connection that answers one request at a time; rejects what is outstanding when it breaks. */
const open = async (port: number) => {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let received: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (text: string) => void; reject: (error: Error) => void } | undefined
  const broken = () => {
    const outstanding = waiting
    waiting = undefined
    socket.destroy()
    outstanding?.reject(new Error('connection lost'))
  }
  socket.on('data', (data: Buffer) => {
    received = received.length ? Buffer.concat([received, data]) : data
    const answer = answerIn(received)
    if (!answer) return
    received = received.subarray(answer.end)
    const { resolve } = waiting!
    waiting = undefined
    resolve(answer.text)
  })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  socket.on('error', broken).on('close', broken)
  return {
    ask: (text: string) =>
      new Promise<string>((resolve, reject) => {
        waiting = { resolve, reject }
        if (socket.destroyed) broken()
        else socket.write(text)
      }),
    close: () => socket.end(),
  }
}
type Connection = Awaited<ReturnType<typeof open>>

/** A connection that is kept open, and what went wrong on it last. */
type Held = { connection?: Connection; trouble?: string }

const pause = 20

/** Posts a body until it is accepted or refused; `end` ends the patience. */
const insist = async (port: number, text: string, end: number, held: Held): Promise<string | undefined> => {
  while (performance.now() < end) {
    try {
      held.connection ??= await open(port)
      const answer = await held.connection.ask(text)
      // a refusal stays one; whatever else went wrong may be over next time
      if (/^HTTP\/1\.1 (2|4)/.test(answer)) return answer
      held.trouble = answer
    } catch (error) {
      delete held.connection
      held.trouble = String(error)
    }
    await sleep(pause)
  }
  return undefined
}

/** Loads servers on this machine; bodies are taken in order by whichever connection is free. */
export const post = async ({ ports, path, connections, seconds, bodies, persistent }: PostLoad): Promise<Posted> => {
  const posted: Posted = { times: [], seconds: 0, failed: 0, answers: [] }
  const begin = performance.now()
  const end = begin + seconds * 1000
  let next = 0
  const drive = async (n: number): Promise<void> => {
    const port = ports[n % ports.length]!
    const held: Held = persistent ? {} : { connection: await open(port) }
    while (next < bodies.length && performance.now() < end) {
      const at = next++
      const text = textOf(path, bodies[at]!)
      const sent = performance.now()
      const answer = persistent ? await insist(port, text, end, held) : await held.connection!.ask(text)
      if (answer?.startsWith('HTTP/1.1 200')) posted.times.push(performance.now() - sent)
      else {
        posted.failed += 1
        posted.failure ??= (answer ?? `no answer; before that: ${held.trouble}`).slice(0, 1500)
      }
      if (persistent && answer?.startsWith('HTTP/1.1 200'))
        posted.answers[at] = answer.slice(answer.indexOf('\r\n\r\n') + 4)
    }
    held.connection?.close()
  }
  await Promise.all(Array.from({ length: connections }, (_, n) => drive(n)))
  posted.seconds = (performance.now() - begin) / 1000
  return posted
}
