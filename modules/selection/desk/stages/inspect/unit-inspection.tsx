import { ConfirmAction, FindingsPanel, Sheet, useAction } from '#platform/ui/desk/index.ts'
import { inspectApi } from '../../../shared/index.ts'
import { momentWords } from '../../words.ts'
import { CandidateSheet } from './candidate-sheet.tsx'
import type { InspectedUnit, Inspections, Params } from './inspect-types.ts'
import { ReportSheet } from './report-sheet.tsx'

type Props = { list: Inspections; unit: InspectedUnit; params: Params }

/** A unit's part of the inspection: each candidate, the report, and the handing in. */
export const UnitInspection = ({ list, unit, params }: Props) => {
  const own = list.candidates.filter(({ submissionId }) => submissionId === unit.submissionId)
  const findings = [
    ...own.flatMap(({ name, findings: each }) =>
      each.map(finding => ({ ...finding, message: `${name}：${finding.message}` })),
    ),
    ...unit.findings,
  ]
  const stops = findings.filter(({ severity, settled }) => severity === 'block' || (severity === 'reason' && !settled))
  return (
    <>
      <Sheet
        title={unit.unitName}
        extra={
          unit.permissions.write ? (
            <HandIn params={params} unit={unit} stops={stops.length} />
          ) : (
            unit.permissions.return && <SendBack params={params} unit={unit} />
          )
        }
      >
        {unit.handedInAt ? (
          <p>
            {unit.handedInBy}于{momentWords(unit.handedInAt)}报送。
          </p>
        ) : (
          <FindingsPanel findings={findings.filter(({ settled }) => !settled)} clear="材料齐全，可以报送" />
        )}
      </Sheet>
      {own.map(candidate => (
        <CandidateSheet
          key={candidate.nominationId}
          list={list}
          candidate={candidate}
          params={params}
          editable={unit.permissions.write}
        />
      ))}
      {list.reports.length > 0 && <ReportSheet list={list} unit={unit} params={params} />}
    </>
  )
}

const SendBack = ({ params, unit }: { params: Params; unit: InspectedUnit }) => {
  const sendBack = useAction(inspectApi.returnInspection, { success: '已退回' })
  return (
    <ConfirmAction
      label="退回修改"
      title={`退回${unit.unitName}的考察材料？`}
      reason={{ label: '修改意见', required: true }}
      onConfirm={comment =>
        sendBack.run({ params: { ...params, submissionId: unit.submissionId }, body: { comment: comment ?? '' } })
      }
    >
      <p>退回后本单位可以修改并重新报送。</p>
    </ConfirmAction>
  )
}

const HandIn = ({ params, unit, stops }: { params: Params; unit: InspectedUnit; stops: number }) => {
  const handIn = useAction(inspectApi.handIn, { success: '已报送' })
  return (
    <ConfirmAction
      label="报送考察材料"
      title="报送考察材料？"
      button={{ type: 'primary', disabled: stops > 0, title: stops > 0 ? `还有${stops}处需要处理` : '' }}
      onConfirm={() => handIn.run({ params: { ...params, submissionId: unit.submissionId } })}
    >
      <p>本单位全部考察材料和整体报告一并报送，报送后不能再改。</p>
    </ConfirmAction>
  )
}
