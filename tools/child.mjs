import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The repository, without a slash at the end. (import.meta.dirname came with Node 20.11 only) */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Runs a program in the repository and answers its exit code and what it wrote, if `options.stdio` keeps that. */
export const run = (command, args, options = {}) =>
  new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', data => (output += data))
    child.on('error', error => resolve({ code: 127, output: String(error) }))
    child.on('close', (code, signal) => resolve({ code: code ?? (signal === 'SIGINT' ? 130 : 1), output }))
  })

/**
 * Runs a program in the foreground as if it stood in our place: signals are passed on, and it ends this
 * process with its exit code. With an IPC channel it also learns when this process dies of kill -9.
 */
export const become = (command, args, options = {}) => {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal))
  child.on('error', error => {
    process.stderr.write(`${error.message}\n`)
    process.exit(127)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))
  return child
}
