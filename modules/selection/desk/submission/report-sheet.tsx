import { Input } from 'antd'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { AutosaveStatus, Sheet } from '#platform/ui/desk/index.ts'
import type { Draft } from '#platform/ui/desk/use-draft.ts'
import type { SubmissionReport } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'
import { PaperLine } from '../papers/paper-line.tsx'
import type { Submission } from './findings.ts'

type Props = { submission: Submission; report: Draft<SubmissionReport> }

/** 推荐情况报告, the meeting and the papers a unit hands in for all its nominees together; saved as it is typed. */
export const ReportSheet = ({ submission, report: draft }: Props) => {
  const { asks, permissions } = submission
  if (!asks.report && !asks.meeting && asks.materials.length === 0) return null
  const report = draft.value
  const set = (change: Partial<SubmissionReport>) => draft.change({ ...report, ...change })
  const readOnly = !permissions.fill
  return (
    <Sheet
      title={asks.report?.name ?? '随名单报送的材料'}
      {...(!readOnly && { extra: <AutosaveStatus state={draft.state} /> })}
    >
      {asks.report && <ReportFields asks={asks.report} report={report} readOnly={readOnly} set={set} />}
      {asks.meeting && <Meeting body={asks.meeting.body} report={report} readOnly={readOnly} set={set} />}
      {asks.materials.map(({ key, name, required, clause }) => (
        <PaperLine
          key={key}
          label={name}
          required={required}
          clause={clause}
          path={`materials.${key}`}
          readOnly={readOnly}
          given={report.materials[key]}
          onChange={given => set({ materials: withPaper(report.materials, key, given) })}
        />
      ))}
    </Sheet>
  )
}

/** The papers with one put in or taken away. */
export const withPaper = <T,>(papers: Record<string, T>, key: string, given: T | undefined): Record<string, T> => {
  const { [key]: _, ...others } = papers
  return given === undefined ? others : { ...others, [key]: given }
}

type FieldsProps = { report: SubmissionReport; readOnly: boolean; set: (change: Partial<SubmissionReport>) => void }

const ReportFields = ({
  asks,
  report,
  readOnly,
  set,
}: FieldsProps & { asks: NonNullable<Submission['asks']['report']> }) => (
  <div className="report-fields" data-path="report">
    {asks.note && <p className="field-hint">{asks.note}</p>}
    {asks.sections.map(section =>
      readOnly ? (
        <Told key={section} label={section} text={report.sections[section]} />
      ) : (
        <Labelled label={section} key={section} path={`report.${section}`}>
          <Input.TextArea
            value={report.sections[section] ?? ''}
            maxLength={20_000}
            autoSize={{ minRows: 3, maxRows: 16 }}
            onChange={({ target }) => set({ sections: { ...report.sections, [section]: target.value } })}
          />
        </Labelled>
      ),
    )}
    <div className="report-signed">
      <TextOrDate
        label="主要负责同志签字"
        value={report.signedBy}
        readOnly={readOnly}
        onChange={signedBy => set({ signedBy })}
      />
      <TextOrDate
        date
        label="盖章日期"
        value={report.sealedOn}
        readOnly={readOnly}
        onChange={sealedOn => set({ sealedOn })}
      />
      <TextOrDate
        date
        label="报告日期"
        value={report.reportedOn}
        readOnly={readOnly}
        onChange={reportedOn => set({ reportedOn })}
      />
    </div>
  </div>
)

type TextOrDateProps = {
  label: string
  value: string | undefined
  readOnly: boolean
  date?: boolean
  onChange: (value: string | undefined) => void
}

const TextOrDate = ({ label, value, readOnly, date, onChange }: TextOrDateProps) =>
  readOnly ? (
    <Told label={label} text={date && value ? chineseDate(value) : value} />
  ) : (
    <Labelled label={label}>
      <Input
        {...(date ? { type: 'date' } : { maxLength: 50 })}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value || undefined)}
      />
    </Labelled>
  )

/** What a unit has written, for whoever only reads it. */
const Told = ({ label, text }: { label: string; text: string | undefined }) => (
  <dl className="report-told">
    <dt>{label}</dt>
    <dd>{text?.trim() || '未填写'}</dd>
  </dl>
)

/** The committee's meeting: nothing is sent until body and date are there. */
const Meeting = ({ body, report, readOnly, set }: FieldsProps & { body: string }) => {
  const meeting = report.meeting ?? { body, heldOn: '', attendees: 0 }
  const change = (part: Partial<typeof meeting>) => {
    const next = { ...meeting, ...part }
    set({ meeting: next.heldOn ? next : undefined })
  }
  return (
    <div className="report-signed" data-path="meeting">
      <TextOrDate
        label="研究会议"
        value={meeting.body}
        readOnly={readOnly}
        onChange={text => change({ body: text ?? body })}
      />
      <TextOrDate
        date
        label="开会日期"
        value={meeting.heldOn}
        readOnly={readOnly}
        onChange={heldOn => change({ heldOn: heldOn ?? '' })}
      />
      <TextOrDate
        label="参会人数"
        value={meeting.attendees ? String(meeting.attendees) : ''}
        readOnly={readOnly}
        onChange={text => change({ attendees: Number.parseInt(text ?? '', 10) || 0 })}
      />
    </div>
  )
}
