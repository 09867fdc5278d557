import { Button } from 'antd'
import { useNavigate } from 'react-router'
import { Answered, FindingsPanel, focusField, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { type SubmissionReport, submissionsApi } from '../../shared/index.ts'
import type { Draft } from '../draft/use-draft.ts'
import { ReasonBoxes } from '../reasons/reason-boxes.tsx'
import { type CheckFinding, listFindings, placeOf, type Submission } from './findings.ts'

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
            <FindingsPanel
              findings={listFindings(findings, submission.nominations)}
              onJump={jump}
              clear={submission.permissions.fill ? '没有发现问题，可以上报。' : '没有发现问题。'}
            />
            <UnitReasons submission={submission} report={report} findings={findings} />
          </>
        )}
      </Answered>
    </Sheet>
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
