import { chineseMonthDay } from '#kernel/calendar/shared/index.ts'

/** Why a unit is urged; in the order in which the text lists them. */
export const urgeKinds = {
  unstarted: { label: '未开始', ask: '尚未开始填报，请尽快组织推荐' },
  drafting: { label: '填报中', ask: '已开始填报、尚未上报，请抓紧完成' },
  returned: { label: '退回修改', ask: '材料已退回，请按意见修改后重新上报' },
  promised: { label: '待补章', ask: '有盖章件尚未补齐，请按承诺日期补报' },
} as const
export type UrgeKind = keyof typeof urgeKinds

export type UrgedUnit = { submissionId: number; unitName: string; kind: UrgeKind; note: string }

export type Urging = { shortTitle: string; dueOn: string | null; workdaysLeft: number | null; units: UrgedUnit[] }

const left = (workdays: number | null) => {
  if (workdays === null) return ''
  if (workdays === 0) return '（今天截止）'
  return workdays > 0 ? `（还有${workdays}个工作日）` : '（已过期）'
}

const deadlineWords = ({ dueOn, workdaysLeft }: Urging) =>
  dueOn ? `上报截止日期为${chineseMonthDay(dueOn)}${left(workdaysLeft)}。` : ''

/** The text for a WeChat group: units and counts only, no name of any nominee. */
export const urgeText = (urging: Urging): string => {
  const groups = (Object.keys(urgeKinds) as UrgeKind[])
    .map(kind => ({ kind, units: urging.units.filter(unit => unit.kind === kind) }))
    .filter(({ units }) => units.length > 0)
    .map(({ kind, units }) => {
      const names = units.map(({ unitName, note }) => (note ? `${unitName}（${note}）` : unitName)).join('、')
      return `【${urgeKinds[kind].label}】${units.length}个单位：${names}。${urgeKinds[kind].ask}。`
    })
  return [`【提醒】${urging.shortTitle}推荐上报进度`, deadlineWords(urging), ...groups, '如已办理请忽略。']
    .filter(Boolean)
    .join('\n')
}

/** What every chosen unit is told in the desk and by SMS: the same words for all, so that it says nothing of others. */
export const urgeMessage = (urging: Urging) => {
  const kinds = [...new Set(urging.units.map(({ kind }) => kind))]
  const ask = kinds.length === 1 ? urgeKinds[kinds[0]!].ask : '请登录系统查看待办，抓紧办理'
  return {
    subject: `${urging.shortTitle}：催报提醒`,
    body: `贵单位${ask}。${deadlineWords(urging)}`.replace('贵单位请', '请'),
  }
}
