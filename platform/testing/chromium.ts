import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { writable } from '#platform/db/binaries.ts'

const modules = join(import.meta.dirname, '../../node_modules')

export interface Unpacked {
  executable: string
  /** Environment for the browser: its own libraries where the host has none, and fonts that hold Chinese. */
  env: Record<string, string>
}

const FONTS: [family: string, folder: string][] = [
  ['Noto Sans SC', 'noto-sans-sc'],
  ['Noto Serif SC', 'noto-serif-sc'],
]
const WEIGHTS = ['400Regular', '700Bold']

const alias = (generic: string, family: string): string =>
  `<alias binding="same"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`

/** The browser comes with Latin letters only; npm's Noto files give it Chinese. */
const fontconfig = (cache: string): string => {
  const folders = FONTS.flatMap(([, folder]) =>
    WEIGHTS.map(weight => join(modules, '@expo-google-fonts', folder, weight)),
  )
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map(folder => `<dir>${folder}</dir>`).join('\n')}
<cachedir>${cache}</cachedir>
${['sans-serif', 'system-ui', 'monospace', 'Arial'].map(generic => alias(generic, 'Noto Sans SC')).join('\n')}
${['serif', 'Times New Roman'].map(generic => alias(generic, 'Noto Serif SC')).join('\n')}
</fontconfig>
`
}

/** The package unpacks into the temporary folder of the process, so that is moved for the while. */
const inflateInto = async (folder: string): Promise<void> => {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    const { inflate } = await import('@sparticuz/chromium')
    const bin = join(modules, '@sparticuz/chromium/bin')
    await Promise.all(
      ['chromium.br', 'swiftshader.tar.br', 'al2023.tar.br'].map(name => inflate(join(bin, name)) as Promise<string>),
    )
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

const versionOf = (name: string): string =>
  (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }).version

/** Unpacks beside its place and moves it there whole: several runs may need it first at once. */
const unpackTo = async (folder: string): Promise<void> => {
  mkdirSync(dirname(folder), { recursive: true })
  const draft = mkdtempSync(`${folder}-`)
  await inflateInto(draft)
  try {
    renameSync(draft, folder)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(join(folder, 'chromium'))) throw error
  }
}

/** A folder with the configuration, named by its content; several runs may write it at once. */
const fontFolder = (cache: string): string => {
  const text = fontconfig(join(cache, 'font-cache'))
  const folder = join(cache, `fonts-${createHash('sha256').update(text).digest('hex').slice(0, 12)}`)
  mkdirSync(folder, { recursive: true })
  const draft = join(folder, `${process.pid}.draft`)
  writeFileSync(draft, text)
  renameSync(draft, join(folder, 'fonts.conf'))
  return folder
}

/** npm's Chromium, unpacked once per checkout (or per user, where the checkout is read-only). */
export const unpackChromium = async (): Promise<Unpacked> => {
  const cache = writable(modules) ? join(modules, '.cache') : join(tmpdir(), `shishi-${process.getuid?.()}`)
  const folder = join(cache, `chromium-${versionOf('@sparticuz/chromium')}`)
  if (!existsSync(join(folder, 'chromium'))) await unpackTo(folder)
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: fontFolder(cache), HOME: folder }
  return { executable: join(folder, 'chromium'), env }
}
