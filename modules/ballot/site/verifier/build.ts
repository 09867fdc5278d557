import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { build } from 'esbuild'

const here = (name: string) => new URL(`page/${name}`, import.meta.url)

/** One script for the oldest browsers that the product serves; nothing in it can end the element it stands in. */
const script = async (name: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [here(name).pathname],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['chrome87', 'safari14'],
    // Safari 14's fault with destructuring concerns a case that is not written here.
    supported: { destructuring: true },
    charset: 'utf8',
    legalComments: 'none',
  })
  return outputFiles[0]!.text.replaceAll('</script', '<\\/script').trim()
}

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
