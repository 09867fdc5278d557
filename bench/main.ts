import { type Options, readOptions } from './kit/options.ts'
import { note } from './kit/result.ts'

type Bench = { run: (options: Options) => Promise<void> }

/** Each in a folder of its own, read only when it is run. */
const benches: Record<string, () => Promise<Bench>> = {
  ballot: () => import('./ballot/index.ts'),
  documents: () => import('./documents/index.ts'),
  ink: () => import('./ink/index.ts'),
  micro: () => import('./micro/index.ts'),
  pictures: () => import('./pictures/index.ts'),
  selection: () => import('./selection/index.ts'),
  start: () => import('./start/index.ts'),
}

const options = readOptions(process.argv.slice(2))
const names = options.names.length ? options.names : Object.keys(benches)
const unknown = names.find(name => !benches[name])
if (unknown) {
  note(`没有名为 ${unknown} 的性能测试。现有：${Object.keys(benches).join('、')}。`)
  process.exit(2)
}
for (const name of names) await (await benches[name]!()).run(options)
