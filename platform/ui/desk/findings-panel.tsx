import { Button } from 'antd'

/** As rules and forms return it; what each room carries with it besides is left alone. */
export type Finding = { path?: string; severity?: string; message: string; rule?: string; clause?: string }

type FindingsPanelProps = {
  findings: Finding[]
  /** Jumps to the field; without it the element with data-path, name or id equal to the path is focused. */
  onJump?: (path: string) => void
  /** Said when there is nothing to remark. */
  clear?: string
}

/** What the checks found, the severe first; each line jumps to its field. */
export const FindingsPanel = ({ findings, onJump = focusField, clear = '没有发现问题' }: FindingsPanelProps) => {
  if (findings.length === 0)
    return (
      <p className="findings-clear" role="status">
        {clear}
      </p>
    )
  return (
    <div className="findings" role="status" aria-label={`检查发现${findings.length}项`}>
      {severities
        .map(({ severity, title }) => ({ severity, title, own: findings.filter(f => levelOf(f) === severity) }))
        .filter(group => group.own.length > 0)
        .map(({ severity, title, own }) => (
          <section key={severity} className={`findings-${severity}`}>
            <h3>
              {title} <span className="num">{own.length}</span>
            </h3>
            <ul>
              {own.map(finding => (
                <FindingLine key={`${finding.path}|${finding.rule}|${finding.message}`} {...{ finding, onJump }} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  )
}

const FindingLine = ({ finding, onJump }: { finding: Finding; onJump: (path: string) => void }) => (
  <li>
    {finding.path ? (
      <Button type="link" onClick={() => onJump(finding.path!)}>
        {finding.message}
      </Button>
    ) : (
      <span>{finding.message}</span>
    )}
    {finding.clause && <span className="clause">{finding.clause}</span>}
  </li>
)

const severities = [
  { severity: 'block', title: '必须改正' },
  { severity: 'reason', title: '需说明理由' },
  { severity: 'warning', title: '请核对' },
  { severity: 'manual', title: '需人工核对' },
]

const levelOf = ({ severity }: Finding) =>
  severities.some(known => known.severity === severity) ? severity : severity === undefined ? 'block' : 'warning'

/** Scrolls to and focuses the field of a path, wherever on the page it is. */
export const focusField = (path: string) => {
  const quoted = CSS.escape(path)
  const place = document.querySelector<HTMLElement>(`[data-path="${quoted}"], [name="${quoted}"], #${quoted}`)
  const field = place?.matches('input, textarea, select, button')
    ? place
    : (place?.querySelector<HTMLElement>('input, textarea, select, button, [tabindex]') ?? place)
  place?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
