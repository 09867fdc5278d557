import './floor.ts'
import type { Range } from '../core/chunks.ts'
import { type PartOptions, partReader, type ReadPart } from '../core/reader.ts'

export type Ask = { id: number } & ({ start: PartOptions } | { range: Range })

const scope = globalThis as unknown as {
  onmessage: (event: { data: Ask }) => void
  postMessage: (answer: unknown) => void
}
let read: ReadPart | undefined

const answer = async (ask: Ask): Promise<unknown> => {
  if ('range' in ask) return read!(ask.range)
  read = await partReader(ask.start)
  return undefined
}

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage({ id: data.id, answer: await answer(data) })
  } catch (error) {
    scope.postMessage({ id: data.id, error: String(error) })
  }
}
