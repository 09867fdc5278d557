import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { bundle } from '../bundle.ts'

const here = (name: string) => new URL(`page/${name}`, import.meta.url)

/** Nothing in a script may end the element that it stands in. */
const script = async (name: string) => (await bundle(here(name))).replaceAll('</script', '<\\/script').trim()

export type BuiltVerifier = {
  html: string /** SHA-256, in hexadecimal, of the file as it is downloaded. */
  hash: string
}

const made = async (): Promise<BuiltVerifier> => {
  const page = await readFile(here('page.html'), 'utf8')
  const parts = {
    style: await readFile(here('page.css'), 'utf8'),
    worker: await script('worker.ts'),
    main: await script('main.ts'),
  }
  const html = page.replace(/\/\*(style|worker|main)\*\//g, (_, name: keyof typeof parts) => parts[name])
  return { html, hash: createHash('sha256').update(html).digest('hex') }
}

let once: Promise<BuiltVerifier> | undefined

/** The verifier as one HTML file that needs nothing else; made when it is first asked for. */
export const builtVerifier = (): Promise<BuiltVerifier> => {
  once ??= made()
  return once
}
