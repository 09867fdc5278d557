import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeReceipt } from '#modules/ballot/verify/testing/index.ts'
import { small, someBallots, textOf } from '#modules/ballot/verify/testing/verdicts.ts'
import { run } from './run.ts'

const shishi = async (...args: string[]) => {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, { out: text => out.push(text), err: text => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

let folder: string
const written = async (name: string, text: string): Promise<string> => {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

describe('shishi verify ballot', () => {
  let files: { sound: string; earlier: string; tampered: string; receipt: string; head: string }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shishi-record-'))
    const made = small()
    const ballots = await someBallots(made)
    const lines = await textOf(made, ballots)
    const closed = await textOf(made, ballots, { stage: 'closed' })
    const tampered = lines.map(line => line.replace('"choices":[[1,2],[6]]', '"choices":[[1,3],[6]]'))
    const last = JSON.parse(lines.findLast(line => line.startsWith('{"head"'))!).head
    files = {
      sound: await written('record.jsonl', lines.join('')),
      earlier: await written('earlier.jsonl', closed.join('')),
      tampered: await written('tampered.jsonl', tampered.join('')),
      receipt: await written('receipt.json', JSON.stringify(await makeReceipt(made, [ballots[0]!.leaf], 0))),
      head: await written('head.txt', last),
    }
  })

  it('ends with 0 for a sound record, with all that can be given beside it', async () => {
    const { sound, earlier, receipt, head } = files
    const { code, out, err } = await shishi(
      'verify',
      'ballot',
      sound,
      '--earlier',
      earlier,
      '--receipt',
      receipt,
      '--head',
      head,
    )
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('日志12条，其中选票9张')
    expect(out.match(/✓ 通过 {2}B\d\d/g)).toHaveLength(20)
    expect(out).toMatch(/全部通过。$/)
  })

  it('ends with 1 and names the rule, the line and the place in the log', async () => {
    const { code, out } = await shishi('verify', 'ballot', files.tampered)
    expect(code).toBe(1)
    expect(out).toContain('✗ 不符  B09 选项与承诺相符\n         第5行（日志第1条）：公开的选项与日志中的承诺不符。')
    expect(out).toMatch(/核验不通过：B09、B17。$/)
  })

  it('gives the same as data', async () => {
    const { code, out } = await shishi('verify', 'ballot', files.tampered, '--json')
    const { ok, failed, findings, stage } = JSON.parse(out)
    expect({ code, ok, failed, stage }).toEqual({ code: 1, ok: false, failed: { B09: 1, B17: 1 }, stage: 'final' })
    expect(findings[0]).toEqual({ rule: 'B09', line: 5, index: 1, message: '公开的选项与日志中的承诺不符。' })
  })

  it('takes a later record that lost something for what it is', async () => {
    const { code, out } = await shishi('verify', 'ballot', files.earlier, '--earlier', files.sound)
    expect([code, out.includes('✗ 不符  B19')]).toEqual([1, true])
    const receipt = await written('none.json', '“')
    expect((await shishi('verify', 'ballot', files.sound, '--receipt', receipt)).code).toBe(1)
  })

  it('ends with 2 where there is nothing to verify', async () => {
    expect(await shishi('verify', 'ballot', join(folder, 'none'))).toMatchObject({ code: 2, out: '' })
    expect(await shishi('verify', 'ballot')).toMatchObject({ code: 2, out: '' })
    expect((await shishi('verify', 'ballot', files.sound, '--earlier', join(folder, 'none'))).code).toBe(2)
  })
})
