export type StageStep = {
  name: string
  state: 'past' | 'now' | 'next'
  /** Dates or a remark below the name. */
  note?: string
}

/** More names than these fit beside each other neither on a phone nor in half a page. */
const fitting = 5

type StepsProps = { stages: StageStep[]; label?: string | undefined }

/** Where a campaign stands: what is over, what is going on, what comes; a long one on a phone in marks. */
export const StageSteps = (props: StepsProps) =>
  props.stages.length > fitting ? (
    <>
      <Steps {...props} wide />
      <div class="stage-line narrow-only num">
        <StageMarks {...props} />
        <p>{currentOf(props.stages)}</p>
      </div>
    </>
  ) : (
    <Steps {...props} />
  )

const currentOf = (stages: StageStep[]) => {
  const { name, note } = stages.find(({ state }) => state === 'now') ?? {}
  return [name, note].filter(Boolean).join(' · ')
}

const Steps = ({ stages, label = '进行到哪一步', wide }: StepsProps & { wide?: boolean }) => (
  <ol class={wide ? 'stages wide-only num' : 'stages num'} aria-label={label}>
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

type StageLineProps = {
  stages: StageStep[]
  /** The current step with its date in words. */
  now?: string | undefined
  label?: string
}

/** The same in one line of a list, without dates: where the names would not fit, marks alone, and the current step below. */
export const StageLine = ({ stages, now, label }: StageLineProps) => (
  <div class="stage-line num">
    {stages.length > fitting ? (
      <StageMarks stages={stages} label={label} />
    ) : (
      <StageSteps stages={stages.map(({ name, state }) => ({ name, state }))} label={label} />
    )}
    {now && <p>{now}</p>}
  </div>
)

const StageMarks = ({ stages, label = '进行到哪一步' }: StepsProps) => (
  <ol class="stage-marks" aria-label={label}>
    {stages.map(({ name, state }) => (
      <li class={state} aria-current={state === 'now' ? 'step' : undefined}>
        <span class="unseen">
          {name}
          {words[state]}
        </span>
      </li>
    ))}
  </ol>
)

const words = { past: '（已结束）', now: '（进行中）', next: '（未开始）' }
