import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { refuse } from '#platform/http/index.ts'
import { office } from './find.ts'
import { type Ending, runLimited } from './run.ts'

/** What LibreOffice writes, by its own names of the formats. */
const FILTERS = { doc: 'doc:MS Word 97', docx: 'docx:MS Word 2007 XML' }
export type Target = keyof typeof FILTERS

const START_MS = 60_000
const FILE_MS = 2_000
/** Files of one call; a longer batch is cut, so that one bad file does not hold up all. */
const BATCH = 50
const ATTEMPTS = 2

/** Refusal where the host has no LibreOffice, with what to install. */
export const noOffice = () =>
  refuse(
    'word97.no-office',
    '这台服务器没有安装LibreOffice，不能生成或读取.doc文件。请管理员安装libreoffice-writer软件包（Debian、Ubuntu、统信UOS、麒麟），或先使用.docx文件。',
    { status: 501 },
  )

const failed = (ending: Ending) =>
  ending === 'hung'
    ? refuse('word97.hung', 'LibreOffice没有按时完成，已经停止。请稍后再试，或先使用.docx文件。', { status: 503 })
    : refuse('word97.failed', 'LibreOffice没有转换成功。请检查文件能否用Word打开，或先使用.docx文件。', { status: 422 })

const nameOf = (index: number, extension: string) => `${String(index).padStart(5, '0')}.${extension}`

/** Macros off, and nothing fetched: the profile is a new one and the process has no display. */
const options = (profile: string) => [
  `-env:UserInstallation=${pathToFileURL(profile)}`,
  ...['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard'],
]

const attempt = async (program: string, files: Uint8Array[], from: Target, to: Target, timeoutMs: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'shishi-office-'))
  try {
    const [input, output] = [join(folder, 'in'), join(folder, 'out')]
    await Promise.all([mkdir(input), mkdir(output)])
    const paths = files.map((_, index) => join(input, nameOf(index, from)))
    await Promise.all(files.map((file, index) => writeFile(paths[index]!, file)))
    const args = [...options(join(folder, 'profile')), '--convert-to', FILTERS[to], '--outdir', output, ...paths]
    const ending = await runLimited(program, args, folder, timeoutMs)
    if (ending !== 'done') return { ending }
    return { ending, files: await Promise.all(files.map((_, index) => readFile(join(output, nameOf(index, to))))) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ending: 'failed' as const }
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const batch = async (program: string, files: Uint8Array[], from: Target, to: Target, timeoutMs: number) => {
  let ending: Ending = 'failed'
  for (let tried = 0; tried < ATTEMPTS; tried += 1) {
    const result = await attempt(program, files, from, to, timeoutMs)
    if (result.files) return result.files
    ending = result.ending
  }
  throw failed(ending)
}

let previous: Promise<unknown> = Promise.resolve()

/** Limits of a conversion, and the program where it is not the host's own. */
export type Conversion = { program?: string; timeoutMs?: number }

/**
 * Files through LibreOffice in batches, one batch at a time, each with a profile of its own that is thrown away.
 * @throws Problem 501 `word97.no-office`, 503 `word97.hung`, 422 `word97.failed`
 */
export const convert = (files: Uint8Array[], from: Target, to: Target, limits: Conversion = {}): Promise<Buffer[]> => {
  const work = async () => {
    const program = limits.program ?? (await office())
    if (!program) throw noOffice()
    const done: Buffer[] = []
    for (let at = 0; at < files.length; at += BATCH) {
      const some = files.slice(at, at + BATCH)
      done.push(...(await batch(program, some, from, to, limits.timeoutMs ?? START_MS + some.length * FILE_MS)))
    }
    return done
  }
  const own = previous.then(work)
  previous = own.catch(() => undefined)
  return own
}
