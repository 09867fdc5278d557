import { useParams } from 'react-router'
import { Answered, EmptyState, Page, useEndpoint } from '#platform/ui/desk/index.ts'
import { inspectApi } from '../../../shared/index.ts'
import { WorkdayDeadline } from '../../workday-deadline.tsx'
import { UnitInspection } from './unit-inspection.tsx'
import '../stages.css'
import './inspect.css'

/** 考察材料 at the unit to which the inspection is entrusted. */
const UnitInspectionPage = () => {
  const { id, stage } = useParams()
  const params = { id: Number(id), stage: stage! }
  const list = useEndpoint(inspectApi.listInspections, { params })
  return (
    <Answered of={list}>
      {data => (
        <Page
          title={`${data.campaignTitle}：${data.stageTitle}`}
          meta={data.dueOn && <WorkdayDeadline due={data.dueOn} settled={!data.open} />}
        >
          {data.units.length === 0 && <EmptyState title="本单位没有需要考察的候选对象" />}
          {data.units.map(unit => (
            <UnitInspection key={unit.submissionId} list={data} unit={unit} params={params} />
          ))}
        </Page>
      )}
    </Answered>
  )
}

export default UnitInspectionPage
