import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Posted, PostLoad } from './post.ts'

/** A process that posts, so that making the load does not slow what is measured or what measures. */
export const startPoster = () => {
  const worker: ChildProcess = fork(import.meta.filename, { execArgv: [], serialization: 'advanced' })
  return {
    post: async (load: PostLoad): Promise<Posted> => {
      worker.send(load)
      const [posted] = await once(worker, 'message')
      return posted as Posted
    },
    stop: () => worker.disconnect(),
  }
}

if (process.send && import.meta.main) {
  const { post } = await import('./post.ts')
  process.on('message', async (load: PostLoad) => process.send!(await post(load)))
}
