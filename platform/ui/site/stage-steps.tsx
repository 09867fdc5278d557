export type StageStep = {
  name: string
  state: 'past' | 'now' | 'next'
  /** Dates or a remark below the name. */
  note?: string
}

/** Where a campaign stands: what is over, what is going on, what comes. */
export const StageSteps = ({ stages, label = '进行到哪一步' }: { stages: StageStep[]; label?: string }) => (
  <ol class="stages num" aria-label={label}>
    {stages.map(({ name, state, note }) => (
      <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
        {name}
        <span class="unseen">{words[state]}</span>
        {note && <small>{note}</small>}
      </li>
    ))}
  </ol>
)

const words = { past: '（已结束）', now: '（进行中）', next: '（未开始）' }
