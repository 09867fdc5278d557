import { createReadStream } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Finding, mostListed, rules, type Verdict, verifyRecord } from '#modules/ballot/verify/index.ts'
import type { Command } from '../command.ts'

/** `shishi verify ballot FILE`: verifies an election's downloaded record by docs/ballot.md. Needs no database. */
export const verifyBallotCommand: Command = {
  words: ['verify', 'ballot'],
  usage: 'verify ballot FILE [--receipt FILE] [--earlier FILE] [--head FILE] [--json]',
  summary:
    '核验投票记录：逐条重算日志、凭证、选项和结果，指出不符的规则；可另给回执、先前下载的记录、见证人的最终树头；全部通过退出码为 0，有不符为 1',
  async run(args, { out, err }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        receipt: { type: 'string' },
        earlier: { type: 'string' },
        head: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    })
    const [file] = positionals
    if (!file || positionals.length > 1) {
      err(`用法：shishi ${verifyBallotCommand.usage}`)
      return 2
    }
    const { receipt, earlier, head } = values
    await Promise.all([file, earlier].map(each => each && access(each)))
    const verdict = await verifyRecord(createReadStream(file, portions), {
      ...(receipt !== undefined && { receipt: jsonIn(await readFile(receipt, 'utf8')) }),
      ...(earlier !== undefined && { earlier: createReadStream(earlier, portions) }),
      ...(head !== undefined && { head: await readFile(head, 'utf8') }),
    })
    out(values.json ? JSON.stringify(verdict, null, 2) : report(verdict))
    return verdict.ok ? 0 : 1
  },
}

const portions = { highWaterMark: 1 << 18 }

/** A receipt that is no JSON is a faulty receipt, not a failed command. */
const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const stages = { open: '投票进行中', closed: '已截止，未公布', final: '已公布结果' }

const receipts = { 'in-log': '所指的选票在日志里', 'not-in-log': '所指的选票不在日志里（投票进行中时可能还没有入账）' }

const report = (verdict: Verdict): string => {
  const { title, fingerprint, stage, leaves, ballots, heads, checked, failed, findings, ok } = verdict
  const about = [
    `${title ?? '（读不出选举文件）'}`,
    `指纹 ${fingerprint ?? '—'}`,
    ...(verdict.receipt ? [`回执 ${receipts[verdict.receipt]}`] : []),
    `阶段 ${stage ? stages[stage] : '—'}；日志${leaves}条，其中选票${ballots}张；树头${heads}个`,
  ]
  const listed = [...new Set([...checked, ...findings.map(({ rule }) => rule)])].toSorted()
  const lines = listed.flatMap(rule => [
    `${failed[rule] ? '✗ 不符' : '✓ 通过'}  ${rule} ${rules[rule]}`,
    ...findings.filter(each => each.rule === rule).map(lineOf),
    ...((failed[rule] ?? 0) > mostListed ? [`         ……共${failed[rule]}处`] : []),
  ])
  return [
    ...about,
    '',
    ...lines,
    '',
    ok ? '全部通过。' : `核验不通过：${Object.keys(failed).toSorted().join('、')}。`,
  ].join('\n')
}

const lineOf = ({ line, index, message }: Finding): string =>
  `         第${line}行${index === undefined ? '' : `（日志第${index}条）`}：${message}`
