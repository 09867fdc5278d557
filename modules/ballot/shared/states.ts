/**
 * draft → open → closed → drained → final → published. A frozen election is `open` from its freeze on: whether it takes
 * ballots is then a matter of its window alone. `closed` takes none; `drained` has them all in the log and its close
 * leaf signed, so that voids can be proposed; `final` has its final leaf; `published` opens every ballot to everybody.
 */
export const states = ['draft', 'open', 'closed', 'drained', 'final', 'published'] as const
export type ElectionState = (typeof states)[number]

export const stateNames: Record<ElectionState, string> = {
  draft: '准备中',
  open: '已冻结',
  closed: '已截止，正在入账',
  drained: '已截止，待清理',
  final: '已定账，待公布',
  published: '已公布',
}

/** What the public sees. */
export const phases = ['announced', 'open', 'counting', 'published'] as const
export type Phase = (typeof phases)[number]

export const phaseNames: Record<Phase, string> = {
  announced: '即将开始',
  open: '正在投票',
  counting: '已截止，正在核对',
  published: '结果已公布',
}
