import { Link, useParams } from 'react-router'
import { Answered, dateWords, EmptyState, Page, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { type Consultation, getConsultation } from '../../../stages/consult/shared/api.ts'
import { WorkdayDeadline } from '../../workday-deadline.tsx'
import { Remarks } from './remarks.tsx'
import { SendList } from './send-list.tsx'

/** One unit's informal pre-review: the unit sends its initial list, the organiser says what it thinks of each name. */
const ConsultationPage = () => {
  const { id, stage } = useParams()
  const params = { id: Number(id), stage: stage! }
  const consultation = useEndpoint(getConsultation, { params })
  return (
    <Answered of={consultation}>
      {data => (
        <Page title={`${data.title} · ${data.unitName}`} meta={<Head data={data} submissionId={params.id} />}>
          {data.does && <p className="stage-does">{data.does}</p>}
          {data.permissions.send && <SendList params={params} consultation={data} />}
          <Sheet title="报送的名单和意见">
            {data.sent ? (
              <>
                <p className="num">
                  {dateWords(data.sent.at)}报送，共{data.sent.names.length}个。
                  {data.sent.note && `附言：${data.sent.note}`}
                </p>
                <Remarks key={data.sent.at} params={params} consultation={data} sent={data.sent} />
              </>
            ) : (
              <EmptyState title="还没有报送初步名单" />
            )}
          </Sheet>
        </Page>
      )}
    </Answered>
  )
}

const Head = ({ data, submissionId }: { data: Consultation; submissionId: number }) => (
  <>
    {data.current.length > 0 && <Link to={`/selection/submissions/${submissionId}`}>返回填报</Link>}
    {data.dueOn && (
      <>
        {' 请于 '}
        <WorkdayDeadline due={data.dueOn} settled={data.sent !== null} /> 前报送
      </>
    )}
    {' · 意见供研究参考，不作为正式审批'}
  </>
)

export default ConsultationPage
