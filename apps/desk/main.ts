import { config } from 'zod'

// The site's content policy forbids making code from text; zod need not try.
config({ jitless: true })

/** Entry of the desk: fills what an old browser lacks, then starts. Modern browsers load no polyfill. */
const start = async () => {
  if (!('withResolvers' in Promise) || !Object.groupBy) await import('./polyfills.ts')
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
  const { mount } = await import('./mount.tsx')
  mount(document.getElementById('root')!)
}

if (!('belowFloor' in window)) start()
