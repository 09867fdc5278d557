import { Button, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { useSession } from '#kernel/access/desk/index.tsx'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, ConfirmAction, Page, ProblemNotice, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { type Programme, projectApi, yuan } from '../../shared/index.ts'
import '../micro.css'

type Running = AnswerOf<typeof projectApi.startingPoints>['programmes'][number]

/** 年度活动: this year's programme as it runs, or the form that starts it from one that came with the product. */
const ProgrammePage = () => {
  const { today, post } = useSession()
  const start = useEndpoint(projectApi.startingPoints)
  const year = Number(today.slice(0, 4))
  return (
    <Page title="年度活动" meta={post.unit.name} narrow>
      <Answered of={start}>
        {({ programmes, shipped }) => (
          <>
            {programmes.map(running => (
              <RunningSheet key={running.id} running={running} />
            ))}
            {shipped[0] && !programmes.some(({ programme }) => programme.year === year) && (
              <StartForm model={{ ...shipped[0], year, id: `year-${year}` }} unitName={post.unit.name} />
            )}
          </>
        )}
      </Answered>
    </Page>
  )
}

const RunningSheet = ({ running: { id, programme } }: { running: Running }) => {
  const [phone, setPhone] = useState(programme.supervisorPhone ?? '')
  const save = useAction(projectApi.setSupervisorPhone, { success: '已保存' })
  return (
    <Sheet title={`${programme.year}年“${programme.title}”`} extra={programme.documentNo}>
      <p>
        每人每年{yuan(programme.perPersonFen)}元；关联群众不少于{programme.minHouseholds}户；完工公示不少于
        {programme.publicityWorkdays}个工作日；由{programme.meetingBody}批准；监督单位：{programme.supervisor}。
      </p>
      <div className="micro-walk">
        <Input aria-label="监督电话" maxLength={40} value={phone} onChange={({ target }) => setPhone(target.value)} />
        <Button
          disabled={phone.trim().length < 5 || phone === programme.supervisorPhone}
          loading={save.running}
          onClick={() => save.run({ params: { id }, body: { phone } })}
        >
          保存监督电话
        </Button>
      </div>
    </Sheet>
  )
}

/** What another sub-district says differently is asked; the rest stands as the shipped programme has it. */
const StartForm = ({ model, unitName }: { model: Programme; unitName: string }) => {
  const [value, setValue] = useState<Programme>({
    ...model,
    ...{ documentNo: '', issuer: `中共${unitName}工委`, meetingBody: `${unitName}党工委会议` },
    ...{ supervisor: `${unitName}基层党建办公室`, supervisorPhone: '' },
  })
  const start = useAction(projectApi.startProgramme, { success: '已启动', quiet: true })
  const set = (part: Partial<Programme>) => setValue({ ...value, ...part })
  const missing = [value.title, value.documentNo, value.issuer, value.meetingBody, value.supervisor].some(
    words => words.trim() === '',
  )
  return (
    <Sheet title={`启动${value.year}年度活动`}>
      <Form layout="vertical">
        <Words label="活动名称" of="title" value={value} set={set} />
        <Words label="文号" of="documentNo" value={value} set={set} />
        <Words label="发文机关" of="issuer" value={value} set={set} />
        <Words label="批准会议" of="meetingBody" value={value} set={set} />
        <Words label="经费来源" of="fundingSource" value={value} set={set} />
        <Words label="监督单位" of="supervisor" value={value} set={set} />
        <Words label="监督电话" of="supervisorPhone" value={value} set={set} />
        <Count
          label="每名党员、代表的年度额度（元）"
          value={value.perPersonFen / 100}
          onChange={n => set({ perPersonFen: n * 100 })}
        />
        <Count
          label="关联群众最少户数"
          value={value.minHouseholds}
          onChange={minHouseholds => set({ minHouseholds })}
        />
        <Count
          label="完工公示工作日"
          value={value.publicityWorkdays}
          onChange={publicityWorkdays => set({ publicityWorkdays })}
        />
      </Form>
      {start.problem && <ProblemNotice problem={start.problem} />}
      <ConfirmAction
        label="启动"
        title={`启动${value.year}年度活动？`}
        onConfirm={() =>
          start.run({ body: { programme: { ...value, supervisorPhone: value.supervisorPhone || null } } })
        }
        button={{ type: 'primary', size: 'large', block: true, disabled: missing, loading: start.running }}
      >
        名册上的党员、代表各得{yuan(value.perPersonFen)}元额度；启动后除监督电话外不再改动。
      </ConfirmAction>
    </Sheet>
  )
}

type Text = 'title' | 'documentNo' | 'issuer' | 'meetingBody' | 'fundingSource' | 'supervisor' | 'supervisorPhone'
type WordsProps = { label: string; of: Text; value: Programme; set: (part: Partial<Programme>) => void }

const Words = ({ label, of, value, set }: WordsProps) => (
  <Form.Item label={label} htmlFor={of}>
    <Input id={of} maxLength={100} value={value[of] ?? ''} onChange={({ target }) => set({ [of]: target.value })} />
  </Form.Item>
)

type CountProps = { label: string; value: number; onChange: (value: number) => void }

const Count = ({ label, value, onChange }: CountProps) => (
  <Form.Item label={label} htmlFor={label}>
    <InputNumber id={label} min={1} max={100_000} precision={0} value={value} onChange={n => onChange(n ?? 1)} />
  </Form.Item>
)

export default ProgrammePage
