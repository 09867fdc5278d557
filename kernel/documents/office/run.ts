import { spawn } from 'node:child_process'

/** How a run ended. */
export type Ending = 'done' | 'failed' | 'hung'

/** Nothing of the server's own surroundings is handed on, least of all its passwords. */
const surroundings = (home: string) => ({
  HOME: home,
  PATH: process.env.PATH ?? '',
  LANG: 'zh_CN.UTF-8',
  SAL_USE_VCLPLUGIN: 'svp',
})

/** Runs a program in a process group of its own, which is killed whole when its time is over. */
export const runLimited = (program: string, args: string[], home: string, timeoutMs: number): Promise<Ending> =>
  new Promise(resolve => {
    const child = spawn(program, args, { cwd: home, env: surroundings(home), stdio: 'ignore', detached: true })
    let hung = false
    const timer = setTimeout(() => {
      hung = true
      if (child.pid) process.kill(-child.pid, 'SIGKILL')
    }, timeoutMs)
    child.once('error', () => resolve('failed'))
    child.once('close', code => {
      clearTimeout(timer)
      resolve(hung ? 'hung' : code === 0 ? 'done' : 'failed')
    })
  })
