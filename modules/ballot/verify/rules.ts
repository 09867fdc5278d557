/** The rules of docs/ballot.md, “What a verifier checks”, in the reader's words. */
export const rules = {
  B01: '文件格式',
  B02: '选举文件与指纹',
  B03: '日志条目的内容',
  B04: '日志条目的次序',
  B05: '树头的签名',
  B06: '树头与日志相符',
  B07: '树头覆盖全部日志',
  B08: '选票序列号与承诺相符',
  B09: '选项与承诺相符',
  B10: '凭证的签名',
  B11: '选项符合规则',
  B12: '同一凭证的改投次序',
  B13: '投票时间在规定时段内',
  B14: '作废有据',
  B15: '选票全部公开',
  B16: '发证数不小于用证数',
  B17: '结果与日志相符',
  B18: '回执有效',
  B19: '接续先前的记录',
  B20: '与见证人的最终树头一致',
} as const

export type RuleId = keyof typeof rules

/** Where a fault stands: line of the file from 1, and index in the log from 0 where it is a leaf's. */
export type Place = { line: number; index?: number }
export type Finding = Place & { rule: RuleId; message: string }

/** Findings of one rule that are listed one by one; further ones are only counted. */
export const mostListed = 20

/** Gathers what is wrong. */
export const findings = () => {
  const listed: Finding[] = []
  const counts: Partial<Record<RuleId, number>> = {}
  const report = (rule: RuleId, place: Place, message: string): void => {
    const count = (counts[rule] ?? 0) + 1
    counts[rule] = count
    if (count <= mostListed) listed.push({ rule, ...place, message })
  }
  const sorted = () => listed.toSorted((a, b) => a.rule.localeCompare(b.rule) || a.line - b.line)
  return { report, sorted, counts }
}
export type Report = ReturnType<typeof findings>['report']
