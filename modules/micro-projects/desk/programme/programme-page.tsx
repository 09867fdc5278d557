import { Button } from 'antd'
import { Link } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, EmptyState, Page, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { projectApi, yuan } from '../../shared/index.ts'
import { ChangeTerms } from './change-terms.tsx'
import { Changes } from './changes.tsx'
import { StartForm } from './start-form.tsx'
import '../micro.css'

type Start = AnswerOf<typeof projectApi.startingPoints>
type Running = Start['programmes'][number]

/** 年度活动: this year's programme as it runs, or the form that starts it. */
const ProgrammePage = () => {
  const { post } = useSession()
  const start = useEndpoint(projectApi.startingPoints)
  return (
    <Page
      title="年度活动"
      meta={post.unit.name}
      actions={start.data?.programmes.length && <Button onClick={() => window.print()}>打印</Button>}
      narrow
    >
      <Answered of={start}>{data => <Programmes start={data} />}</Answered>
    </Page>
  )
}

/** The new year's form is laid out as last year's programme, or as one that came with the product. */
const Programmes = ({ start: { programmes, shipped, permissions } }: { start: Start }) => {
  const { today, post } = useSession()
  const year = Number(today.slice(0, 4))
  const model = programmes[0]?.programme ?? shipped[0]
  const due = permissions.manage && !programmes.some(({ programme }) => programme.year === year)
  return (
    <>
      {due && model && <StartForm model={model} own={programmes.length > 0} year={year} unitName={post.unit.name} />}
      {programmes.map(running => (
        <RunningSheet key={running.id} running={running} editable={permissions.manage} />
      ))}
      {!due && programmes.length === 0 && (
        <EmptyState title="还没有启动年度活动" hint="由街道（乡镇）党建办启动；启动以后，村（社区）可以申报项目。" />
      )}
    </>
  )
}

type RunningProps = { running: Running; editable: boolean }

const RunningSheet = ({ running: { id, programme }, editable }: RunningProps) => (
  <Sheet title={`${programme.year}年“${programme.title}”`} extra={programme.documentNo}>
    <dl className="micro-terms">
      <Term name="每人每年额度">{yuan(programme.perPersonFen)}元</Term>
      <Term name="关联群众签名">不少于{programme.minHouseholds}户</Term>
      <Term name="完工公示">不少于{programme.publicityWorkdays}个工作日</Term>
      <Term name="批准会议">{programme.meetingBody}</Term>
      <Term name="经费来源">{programme.fundingSource}</Term>
      <Term name="监督单位">{programme.supervisor}</Term>
      <Term name="监督电话">{programme.supervisorPhone ?? '未设置'}</Term>
    </dl>
    {editable && <ChangeTerms id={id} programme={programme} />}
    <p className="micro-next">
      <Link to="/micro">查看项目</Link>
      <Link to="/micro/money">查看经费</Link>
    </p>
    {editable && <Changes programmeId={id} />}
  </Sheet>
)

const Term = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd className="num">{children}</dd>
  </div>
)

export default ProgrammePage
