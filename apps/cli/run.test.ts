import { spawnSync } from 'node:child_process'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { run } from './run.ts'

const plans = join(import.meta.dirname, '../../modules/selection/plans')
const jiaozuo = join(plans, 'jiaozuo-2017/plan.yaml')

async function shishi(...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await run(args, { out: text => out.push(text), err: text => err.push(text) })
  return { code, out: out.join('\n'), err: err.join('\n') }
}

async function written(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'shishi-plan-')), 'plan.yaml')
  await writeFile(file, text)
  return file
}

describe('shishi plan check', () => {
  it('ends with 0 for a sound plan, named by file or by folder', async () => {
    expect(await shishi('plan', 'check', jiaozuo)).toMatchObject({ code: 0, err: '' })
    expect((await shishi('plan', 'check', join(plans, 'luoyang-2021'))).code).toBe(0)
  })

  it('ends with 1 and names every fault with its line and what to do', async () => {
    const file = await written('format: 1\nid: x\ntitel: 甲\nunits: { file: nowhere.yaml }\n')
    const { code, out } = await shishi('plan', 'check', file)
    expect(code).toBe(1)
    expect(out).toContain(`${file}:3:1  不认识的键 titel\n    是否应为 title？［unknown-key］`)
    expect(out).toContain(`${file}:4:8  找不到文件 nowhere.yaml`)
    expect(out).toMatch(/共 \d+ 处错误。$/)
  })

  it('gives the same as data with --json', async () => {
    const file = await written('format: 2\n')
    const { code, out } = await shishi('plan', 'check', file, '--json')
    const { ok, plan, faults } = JSON.parse(out)
    expect({ code, ok, plan }).toEqual({ code: 1, ok: false, plan: null })
    expect(faults).toContainEqual(expect.objectContaining({ file, line: 1, column: 9, code: 'wrong-value' }))
    expect(JSON.parse((await shishi('plan', 'check', jiaozuo, '--json')).out)).toEqual({
      ok: true,
      plan: 'jiaozuo-2017',
      faults: [],
    })
  })

  it('does not read outside the plan’s folder', async () => {
    const file = await written(
      `units: { file: ${join(plans, 'jiaozuo-2017/units.yaml')} }\nrules: { file: ../rules.yaml }\n`,
    )
    const { out } = await shishi('plan', 'check', file)
    expect(out.match(/missing-file/g)).toHaveLength(2)
  })
})

describe('shishi plan rehearse', () => {
  it('prints the rehearsal', async () => {
    const { code, out } = await shishi('plan', 'rehearse', jiaozuo)
    expect(code).toBe(0)
    expect(out).toContain('最迟2017年4月9日发布')
    expect(out).toContain('名额用足仍差12个')
  })

  it('compares exclusions with the plans next to this one', async () => {
    const { out } = await shishi('plan', 'rehearse', join(plans, 'luoyang-2021'))
    expect(out).toContain('省“三个100”名单2021年12月30日审定，与本活动报送截止同一天')
  })

  it('counts from a day asked about, as data', async () => {
    const { out } = await shishi('plan', 'rehearse', jiaozuo, '--json', '--publish', 'unit-publicity=2017-03-31')
    expect(JSON.parse(out).publicity[0].asked.lastDay).toBe('2017-04-10')
  })

  it('refuses a stage or a day that does not exist', async () => {
    expect(await shishi('plan', 'rehearse', jiaozuo, '--publish', 'ballot=2017-03-31')).toMatchObject({
      code: 2,
      out: '',
    })
    expect(await shishi('plan', 'rehearse', jiaozuo, '--publish', 'publicity=2017-02-30')).toMatchObject({
      code: 2,
      out: '',
    })
  })

  it('sends the writer of a faulty plan to the check', async () => {
    expect(await shishi('plan', 'rehearse', await written('format: 1\n'))).toMatchObject({ code: 1, out: '' })
  })
})

describe('the command line', () => {
  it('runs as a process and leaves its exit code', async () => {
    const main = join(import.meta.dirname, 'main.ts')
    const file = await written('format: 1\n')
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', main, 'plan', 'check', file], {
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stdout).toContain('缺少 title')
  })

  it('explains itself', async () => {
    expect((await shishi()).out).toContain('shishi plan check FILE [--json]')
    expect((await shishi('plan', 'check', '--help')).out).toContain('逐条列出错误')
  })

  it('ends with 2 on what it does not understand', async () => {
    expect(await shishi('plan', 'chekc')).toMatchObject({ code: 2, out: '' })
    expect(await shishi('plan', 'check')).toMatchObject({ code: 2, out: '' })
    expect(await shishi('plan', 'check', jiaozuo, '--jsn')).toMatchObject({
      code: 2,
      err: '参数写错了。运行 shishi --help 查看用法。',
    })
    expect(await shishi('plan', 'check', '/nowhere/plan.yaml')).toMatchObject({
      code: 2,
      err: '找不到文件：/nowhere/plan.yaml',
    })
  })
})
