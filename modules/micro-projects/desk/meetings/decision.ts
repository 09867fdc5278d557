/** What the meeting says of a project; one that it did not come to stays for the next. */
export const outcomes = { pass: '同意', reject: '不同意', later: '本次不研究' } as const
export type Outcome = keyof typeof outcomes

export type Decision = { outcome: Outcome; comment: string }

/** Who prepared the list expects that it is agreed to. */
export const agreed: Decision = { outcome: 'pass', comment: '' }

/** The resolution as it is usually written, until somebody writes another. */
export const usualWords = (decisions: Decision[]): string => {
  const count = (outcome: Outcome) => decisions.filter(each => each.outcome === outcome).length
  const [yes, no] = [count('pass'), count('reject')]
  if (yes + no === 0) return ''
  if (no === 0) return yes === decisions.length ? '同意上述项目。' : `同意其中${yes}个项目，其余下次会议研究。`
  const rest = yes + no === decisions.length ? '' : '，其余下次会议研究'
  return yes === 0 && rest === '' ? '不同意上述项目。' : `同意其中${yes}个项目，${no}个项目不同意${rest}。`
}
