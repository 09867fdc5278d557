import { onOneCore } from '../core/one-core.ts'
import type { Part, PartOptions } from '../core/reader.ts'
import type { Ways } from '../core/stream.ts'
import type { Ask } from './worker.ts'

type Waiting = { done: (answer: unknown) => void; fail: (error: Error) => void }

/** A worker that answers one question after the other. */
const assistant = (address: string) => {
  const worker = new Worker(address)
  const waiting = new Map<number, Waiting>()
  let next = 0
  const failAll = () => {
    for (const { fail } of waiting.values()) fail(new Error('后台核验程序停止了'))
  }
  worker.onerror = failAll
  worker.onmessage = ({ data }: MessageEvent<{ id: number; answer?: unknown; error?: string }>) => {
    const { done, fail } = waiting.get(data.id)!
    waiting.delete(data.id)
    if (data.error) fail(new Error(data.error))
    else done(data.answer)
  }
  const ask = (question: Omit<Ask, 'id'>) =>
    new Promise<unknown>((done, fail) => {
      next += 1
      waiting.set(next, { done, fail })
      worker.postMessage({ ...question, id: next })
    })
  return { ask, busy: () => waiting.size, stop: () => worker.terminate() }
}

const most = 8

/** Workers from the text of this very page: it has no other file. Where they cannot be had, one core does it. */
export const onAllCores =
  (source: string): Ways['open'] =>
  async options => {
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
    const cores = Math.min(navigator.hardwareConcurrency || 2, most)
    try {
      return await open(address, cores, options)
    } catch {
      return onOneCore(options)
    }
  }

const open = async (address: string, cores: number, { file, document, fingerprint }: PartOptions) => {
  const team = Array.from({ length: cores }, () => assistant(address))
  await Promise.all(team.map(each => each.ask({ start: { file, document, fingerprint } } as Omit<Ask, 'id'>)))
  const idlest = () => team.reduce((best, each) => (each.busy() < best.busy() ? each : best))
  return {
    cores,
    read: (range: { from: number; to: number }) => idlest().ask({ range } as Omit<Ask, 'id'>) as Promise<Part>,
    close: () => {
      for (const { stop } of team) stop()
      URL.revokeObjectURL(address)
    },
  }
}
