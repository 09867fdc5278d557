export type StageStep = {
  name: string
  state: 'past' | 'now' | 'next'
  /** Dates or a remark below the name. */
  note?: string
}

/** More than fit beside each other on a phone, which then names the one going on and draws the rest. */
const fitting = 5

/** Where a campaign stands: what is over, what is going on, what comes. */
export const StageSteps = ({ stages, label = '进行到哪一步' }: { stages: StageStep[]; label?: string }) => (
  <ol class={stages.length > fitting ? 'stages folds num' : 'stages num'} aria-label={label}>
    {stages.map(({ name, state, note }) => (
      <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
        <div>
          {name}
          <span class="unseen">{words[state]}</span>
          {note && <small>{note}</small>}
        </div>
      </li>
    ))}
  </ol>
)

const words = { past: '（已结束）', now: '（进行中）', next: '（未开始）' }
