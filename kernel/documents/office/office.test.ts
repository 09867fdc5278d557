import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOffice } from './find.ts'
import { fromWord97, toWord97 } from './index.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'office-test-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A program that stands in for LibreOffice's: it counts its calls and does what the script says. */
const program = async (name: string, script: string): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, `#!/bin/sh\necho x >> ${join(folder, `${name}.calls`)}\n${script}\n`)
  await chmod(file, 0o755)
  return file
}
const calls = async (name: string) => {
  return (await readFile(join(folder, `${name}.calls`), 'utf8')).trim().split('\n').length
}
const leftovers = async () => (await readdir(tmpdir())).filter(name => name.startsWith('shishi-office-'))

const FILE = new Uint8Array([1])
/** Copies every input to the folder for results with the ending asked for. */
const COPY = `for last; do true; done
out=""; take=0
for word in "$@"; do
  if [ "$take" = 1 ]; then out="$word"; take=0; fi
  if [ "$word" = "--outdir" ]; then take=1; fi
done
for word in "$@"; do case "$word" in */in/*) base=$(basename "$word"); cp "$word" "$out/\${base%.*}.doc";; esac; done`

describe('the conversion to .doc', () => {
  it('takes a batch of files in one call and answers in their order', async () => {
    const copy = await program('copy', COPY)
    const files = [1, 2, 3].map(value => new Uint8Array([value]))
    expect((await toWord97(files, { program: copy })).map(file => file[0])).toEqual([1, 2, 3])
    expect(await calls('copy')).toBe(1)
  })

  it('cuts a long list into batches of fifty', async () => {
    const copy = await program('many', COPY)
    expect(await toWord97(Array(51).fill(FILE), { program: copy })).toHaveLength(51)
    expect(await calls('many')).toBe(2)
  })

  it('kills a program that hangs, tries once more, and says so', async () => {
    const hanging = await program('hang', 'sleep 30 & wait')
    await expect(toWord97([FILE], { program: hanging, timeoutMs: 300 })).rejects.toMatchObject({
      code: 'word97.hung',
      status: 503,
    })
    expect(await calls('hang')).toBe(2)
  })

  it('succeeds on the second attempt after a crash', async () => {
    const once = await program('once', `[ $(wc -l < ${join(folder, 'once.calls')}) -gt 1 ] || exit 77\n${COPY}`)
    expect(await toWord97([FILE], { program: once })).toHaveLength(1)
    expect(await calls('once')).toBe(2)
  })

  it('does not take silence for success', async () => {
    const silent = await program('silent', 'exit 0')
    await expect(fromWord97([FILE], { program: silent })).rejects.toMatchObject({ code: 'word97.failed', status: 422 })
  })

  it('gives the program none of the server’s own variables', async () => {
    const spy = await program('spy', `env > ${join(folder, 'env')}\nexit 1`)
    process.env.DATABASE_URL_OF_TEST = 'secret'
    await expect(toWord97([FILE], { program: spy })).rejects.toMatchObject({ code: 'word97.failed' })
    expect(await readFile(join(folder, 'env'), 'utf8')).not.toContain('secret')
  })

  it('leaves nothing behind', async () => {
    const before = await leftovers()
    const copy = await program('clean', COPY)
    await toWord97([FILE], { program: copy })
    expect((await leftovers()).length).toBeLessThanOrEqual(before.length)
  })
})

describe('where LibreOffice is', () => {
  it('is found on the search path, and not where it is not', async () => {
    const file = await program('soffice', 'exit 0')
    expect(await findOffice(folder)).toBe(file)
  })
})
