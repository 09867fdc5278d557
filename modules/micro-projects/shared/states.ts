/** Where a project stands, in the order in which it goes; the last four are ends. */
export const states = {
  draft: '拟申报',
  secretary: '待村（社区）党组织审核',
  office: '待党建办审核',
  leader: '待分管领导审核',
  amount: '待核定经费',
  meeting: '待党工委会议研究',
  building: '实施中',
  completed: '已完工，待公示',
  publicity: '公示中',
  acceptance: '待填报验收表',
  committee: '待组织委员验收',
  accepted: '已验收，待拨付',
  paid: '已拨付',
  rejected: '未通过',
  withdrawn: '已撤回',
  ended: '已终止',
} as const
export type State = keyof typeof states
export const stateKeys = Object.keys(states) as [State, ...State[]]

/** Steps of the chain that one person takes, with the state in which they are due (R004-10). */
export const steps = {
  secretary: '村（社区）党组织审核',
  office: '党建办审核',
  leader: '分管领导审核',
  amount: '核定经费',
  meeting: '党工委会议研究',
  acceptance: '填报验收表',
  committee: '组织委员验收',
} as const
export type Step = keyof typeof steps
export const stepKeys = Object.keys(steps) as [Step, ...Step[]]

/** While it is not handed in, or taken back, a project is its village's own: nobody above reads along. */
export const ownStates: readonly State[] = ['draft', 'withdrawn']

/** The public sees a project once its money is approved; what was refused or taken back is nobody's business. */
export const publicStates: readonly State[] = [
  'building',
  'completed',
  'publicity',
  'acceptance',
  'committee',
  'accepted',
  'paid',
]

/**
 * What was done, with its pictures and what it cost, is told once its notice was drafted, approved and issued by three
 * people; before that the public has what the meeting decided.
 */
export const toldStates: readonly State[] = ['publicity', 'acceptance', 'committee', 'accepted', 'paid']

/** From its approval until the sub-district accepts it, a work can still be ended. */
export const endingStates: readonly State[] = ['building', 'completed', 'publicity', 'acceptance', 'committee']

/** Households sign and stand by a project until the secretary's step is over; later a signature would count for nothing. */
export const signingStates: readonly State[] = ['draft']
