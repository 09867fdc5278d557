import type { FieldFinding } from '../shared/index.ts'

/** Findings at a field, under it; read out when they change. */
export const FindingList = ({ findings }: { findings: FieldFinding[] }) => (
  <div className="field-findings" aria-live="polite">
    {findings.map(({ path, code, severity, message }) => (
      <p key={`${path}${code}`} className={`finding finding-${severity}`}>
        {message}
      </p>
    ))}
  </div>
)
