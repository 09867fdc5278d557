import { randomUUID } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { type Figures, figuresOf } from './figures.ts'

/** A request as the desk sends it. A save carries the revision it was made on, which every answer moves on. */
export type LoadRequest = { method: string; path: string; cookie: string; body?: string }
export type HttpLoad = { port: number; connections: number; seconds: number; requests: LoadRequest[] }

const revision = '"revision":0'

/** The bytes of the request, the revision put in. */
const textOf = ({ method, path, cookie, body }: LoadRequest, current: number): string => {
  const head = `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncookie: ${cookie}\r\naccept: application/json\r\n`
  if (body === undefined) return `${head}\r\n`
  const text = body.replace(revision, `"revision":${current}`)
  const about = `content-type: application/json\r\nidempotency-key: ${randomUUID()}\r\ncontent-length: ${Buffer.byteLength(text)}`
  return `${head}${about}\r\n\r\n${text}`
}

/** The end of the first whole answer in `bytes`, or -1. */
const endOfAnswer = (bytes: Buffer): number => {
  const head = bytes.indexOf('\r\n\r\n')
  if (head < 0) return -1
  const length = /content-length: (\d+)/i.exec(bytes.toString('latin1', 0, head))
  if (length) return bytes.length >= head + 4 + Number(length[1]) ? head + 4 + Number(length[1]) : -1
  const last = bytes.indexOf('0\r\n\r\n', head + 4)
  return last < 0 ? -1 : last + 5
}

type Gathered = { times: number[]; failed: number; failure?: string }

/** Where each row that is saved stands, by its address: told by every answer, a refusal's too. */
const revisions = new Map<string, number>()

/** One keep-alive connection with one request outstanding at a time, until `end`. */
const drive = (socket: Socket, next: () => LoadRequest, end: number, into: Gathered): Promise<void> =>
  new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0)
    let sent = 0
    let request = next()
    const send = () => {
      const text = textOf(request, revisions.get(request.path) ?? 0)
      sent = performance.now()
      socket.write(text)
    }
    const take = (answer: string) => {
      if (answer.startsWith('HTTP/1.1 200')) into.times.push(performance.now() - sent)
      else {
        into.failed += 1
        into.failure ??= answer.slice(0, 1500)
      }
      const moved = request.body && /"revision":(\d+)/.exec(answer)?.[1]
      if (moved) revisions.set(request.path, Number(moved))
      request = next()
    }
    socket.on('data', (data: Buffer) => {
      received = received.length ? Buffer.concat([received, data]) : data
      const stop = endOfAnswer(received)
      if (stop < 0) return
      take(received.toString('utf8', 0, Math.min(stop, 4000)))
      received = received.subarray(stop)
      if (performance.now() < end) send()
      else socket.end(resolve)
    })
    socket.on('error', reject)
    send()
  })

/** Reads go round all the requests; each connection saves a row of its own. */
const sequence = (requests: LoadRequest[], connection: number) => {
  let n = connection
  return (): LoadRequest => {
    const request = requests[n % requests.length]!
    if (request.body === undefined) n += 1
    return request
  }
}

/** Loads a server on this machine and tells what it gave. */
export const loadHttp = async ({ port, connections, seconds, requests }: HttpLoad): Promise<Figures> => {
  const into: Gathered = { times: [], failed: 0 }
  const sockets = await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      await new Promise(resolve => socket.once('connect', resolve))
      return socket
    }),
  )
  const begin = performance.now()
  const end = begin + seconds * 1000
  await Promise.all(sockets.map((socket, n) => drive(socket, sequence(requests, n), end, into)))
  const figures = figuresOf(into.times, (performance.now() - begin) / 1000)
  return { ...figures, failed: into.failed, ...(into.failure && { failure: into.failure }) }
}
