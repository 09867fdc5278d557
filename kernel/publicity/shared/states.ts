/** What is issued by 拟稿—审核—签发. Only a publicity has a period and takes objections. */
export const noticeKinds = { publicity: '公示', announcement: '公告', result: '结果', story: '事迹' } as const
export type NoticeKind = keyof typeof noticeKinds

export const noticeStates = {
  draft: '拟稿',
  'in-review': '待审核',
  approved: '待签发',
  issued: '已签发',
  superseded: '已由新版本替代',
  withdrawn: '已撤回',
} as const
export type NoticeState = keyof typeof noticeStates

/** The acts on a notice: from which states, to which, and the name each has in the audit. */
export const noticeActs = {
  save: { from: ['draft'], to: 'draft', audit: 'publicity.notice.save' },
  send: { from: ['draft'], to: 'in-review', audit: 'publicity.notice.send' },
  return: { from: ['in-review', 'approved'], to: 'draft', audit: 'publicity.notice.return' },
  approve: { from: ['in-review'], to: 'approved', audit: 'publicity.notice.approve' },
  issue: { from: ['approved'], to: 'issued', audit: 'publicity.notice.issue' },
  supersede: { from: ['issued'], to: 'superseded', audit: 'publicity.notice.supersede' },
  withdraw: { from: ['issued'], to: 'withdrawn', audit: 'publicity.notice.withdraw' },
} as const satisfies Record<string, { from: readonly NoticeState[]; to: NoticeState; audit: string }>
export type NoticeAct = keyof typeof noticeActs

export const canAct = (act: NoticeAct, state: NoticeState): boolean =>
  (noticeActs[act].from as readonly NoticeState[]).includes(state)

export const objectionStates = { open: '待处理', checking: '核查中', concluded: '已办结' } as const
export type ObjectionState = keyof typeof objectionStates

export const objectionChannels = { online: '网上', letter: '来信', call: '来电', visit: '来访' } as const
export type ObjectionChannel = keyof typeof objectionChannels

export const objectionOutcomes = {
  upheld: '反映属实',
  partly: '部分属实',
  'not-upheld': '不属实',
  'handed-over': '移交纪检监察机关',
} as const
export type ObjectionOutcome = keyof typeof objectionOutcomes

/** Posts of a unit that are told when it has points of an objection to check: at an office, and at a village. */
export const toldOfPoints = ['recommender', 'principal', 'secretary', 'village-staff'] as const
