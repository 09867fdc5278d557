/**
 * The states of selection's nouns and the audit action that each move writes: the module's story in one file.
 * A move that is not listed here does not exist.
 */
type Moves<State extends string> = Record<string, { from: readonly State[]; to: State; audit: string; label: string }>

export const campaignStates = { preparing: '筹备', running: '进行中', finished: '已结束' } as const
export type CampaignState = keyof typeof campaignStates

export const submissionStates = {
  open: '填报中',
  submitted: '已上报',
  returned: '退回修改',
  accepted: '已接收',
} as const
export type SubmissionState = keyof typeof submissionStates

/** 上报—撤回—退回—接收: one unit's recommendation on its way up. */
export const submissionMoves = {
  submit: { from: ['open', 'returned'], to: 'submitted', audit: 'selection.submission.submit', label: '上报' },
  withdraw: { from: ['submitted'], to: 'open', audit: 'selection.submission.withdraw', label: '撤回' },
  return: { from: ['submitted', 'accepted'], to: 'returned', audit: 'selection.submission.return', label: '退回修改' },
  accept: { from: ['submitted'], to: 'accepted', audit: 'selection.submission.accept', label: '接收' },
} as const satisfies Moves<SubmissionState>

export const nominationStates = {
  draft: '草稿',
  submitted: '已上报',
  returned: '退回修改',
  accepted: '已接收',
  removed: '已撤下',
} as const
export type NominationState = keyof typeof nominationStates

/** States in which the unit may change a nomination. */
export const editable: readonly NominationState[] = ['draft', 'returned']

export const stageRunStates = { waiting: '未开始', open: '进行中', closed: '已完成' } as const
export type StageRunState = keyof typeof stageRunStates

export const outcomes = { pending: '待定', pass: '通过', out: '未通过', suspended: '暂缓' } as const
export type Outcome = keyof typeof outcomes

export const actKinds = { succeed: '递补', add: '增补', move: '调整类别', remove: '撤下' } as const
export type ActKind = keyof typeof actKinds
