import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { Answered, FindingsPanel, focusField, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import type { Draft } from '#platform/ui/desk/use-draft.ts'
import { type SubmissionReport, submissionsApi } from '../../shared/index.ts'
import { ReasonBoxes } from '../reasons/reason-boxes.tsx'
import { nameOf } from '../words.ts'
import {
  type CheckFinding,
  countWords,
  type FindingGroup,
  findingGroups,
  placeOf,
  type Submission,
} from './findings.ts'

type Props = { submission: Submission; report: Draft<SubmissionReport> }

/** 上报前检查: everything the rules say of the whole list; each line leads to the nominee and the field. */
export const CheckSheet = ({ submission, report }: Props) => {
  const navigate = useNavigate()
  const check = useEndpoint(submissionsApi.checkSubmission, { params: { id: submission.id } }, { keepPrevious: true })
  const jump = (path: string) => {
    const place = placeOf(path)
    if ('to' in place) navigate(place.to)
    else focusField(place.here)
  }
  return (
    <Sheet
      id="check"
      title={submission.permissions.fill ? '上报前检查' : '检查结果'}
      extra={
        <Button size="small" loading={check.isFetching} onClick={() => check.refetch()}>
          重新检查
        </Button>
      }
    >
      <Answered of={check} rows={3}>
        {({ findings }) => (
          <>
            <Groups
              groups={findingGroups(findings, submission.nominations)}
              fill={submission.permissions.fill}
              onJump={jump}
            />
            <UnitReasons submission={submission} report={report} findings={findings} />
          </>
        )}
      </Answered>
    </Sheet>
  )
}

type GroupsProps = { groups: FindingGroup[]; fill: boolean; onJump: (path: string) => void }

/** So many are shown at once; more are folded, nominee by nominee. */
const OPEN_UP_TO = 12

const Groups = ({ groups, fill, onJump }: GroupsProps) => {
  if (groups.length === 0)
    return <p className="findings-clear">{fill ? '没有发现问题，可以上报。' : '没有发现问题。'}</p>
  const few = groups.reduce((sum, { findings }) => sum + findings.length, 0) <= OPEN_UP_TO
  return groups.map(({ nominationId, name, findings }) =>
    nominationId === null ? (
      <FindingsPanel key="unit" findings={findings} onJump={onJump} />
    ) : (
      <details key={nominationId} className="check-of" open={few}>
        <summary>
          <b>{nameOf({ id: nominationId, name })}</b>
          <span className="num">{countWords(findings)}</span>
        </summary>
        <FindingsPanel findings={findings} onJump={onJump} />
      </details>
    ),
  )
}

/** Reasons that the unit as a whole gives; those of one nominee are written on its own page. */
const UnitReasons = ({ submission, report, findings }: Props & { findings: CheckFinding[] }) => (
  <ReasonBoxes
    findings={findings.filter(({ nomination }) => nomination === undefined)}
    reasons={report.value.reasons}
    readOnly={!submission.permissions.fill}
    onChange={reasons => report.change({ ...report.value, reasons })}
  />
)
