import { spawn } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ownFolder } from '../kit/database.ts'
import type { Options } from '../kit/options.ts'
import { note, report } from '../kit/result.ts'
import { memoryOf } from '../kit/server.ts'
import { writeRecord } from './made-record.ts'
import { verifyInBrowser } from './page-verifier.ts'

const root = join(import.meta.dirname, '../..')

/** Runs a command of `shishi`; seconds it took and the most memory it held, in MiB. */
const shishi = async (...args: string[]): Promise<{ seconds: number; memory: number }> => {
  const begin = performance.now()
  const command = ['--import', 'tsx', 'apps/cli/main.ts', ...args]
  const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid!) || 0)
  }, 200)
  const code = await new Promise(resolve => child.on('close', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`shishi ${args.join(' ')} ended with ${code}`)
  return { seconds: (performance.now() - begin) / 1000, memory }
}

/** A sound record of so many ballots, verified by the command as an office would and by the page as anybody would. */
export const measureVerifier = async ({ ballots }: Options): Promise<void> => {
  const folder = ownFolder()
  try {
    const file = join(folder, 'record.jsonl')
    note(`制作${ballots}张选票的记录……`)
    await writeRecord(file, ballots)
    note(`核验${Math.round(statSync(file).size / 2 ** 20)} MiB……`)
    const { seconds, memory } = await shishi('verify', 'ballot', file)
    const goal = 60 * (ballots / 1_000_000)
    const reference = 'goal, 60 s for a million'
    report({ bench: 'ballot', case: `verify:${ballots}`, value: seconds, unit: 's', reference, referenceValue: goal })
    const size = statSync(file).size / 2 ** 20
    report({
      bench: 'ballot',
      case: `verify:${ballots}:memory`,
      value: memory,
      unit: 'MiB',
      reference: 'the file',
      referenceValue: size,
    })
    note('在浏览器里核验……')
    const inBrowser = await verifyInBrowser(folder, file)
    report({
      ...{ bench: 'ballot', case: `verify-page:${ballots}`, value: inBrowser, unit: 's' },
      ...{ reference, referenceValue: goal },
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
