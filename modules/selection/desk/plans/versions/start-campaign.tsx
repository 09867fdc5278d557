import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import { Answered, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { plansApi, type Rehearsal } from '../../../shared/index.ts'
import { StageChart } from '../rehearsal/stage-chart.tsx'
import { UnitLoadTable } from '../rehearsal/unit-load.tsx'

type StartProps = { planId: number; version: { id: number; version: number } }

/** Starts the campaign on a published version, after showing whom it reaches, with which quotas, by when. */
export const StartCampaign = (props: StartProps) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        启动推选
      </Button>
      {open && <StartDialog {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

const StartDialog = ({ planId, version, onClose }: StartProps & { onClose: () => void }) => {
  const navigate = useNavigate()
  const onDone = ({ id }: { id: number }) => navigate(`/selection/campaigns/${id}`)
  const { run, running } = useAction(plansApi.startCampaign, { success: '推选已启动', onDone })
  const rehearsed = useEndpoint(plansApi.rehearsePlan, { params: { id: planId }, query: { version: version.version } })
  return (
    <Modal
      open
      width={760}
      title={`按第${version.version}版启动推选？`}
      okText="启动"
      confirmLoading={running}
      okButtonProps={{ disabled: !rehearsed.data?.rehearsal }}
      onOk={() => run({ body: { planVersionId: version.id } })}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <Answered of={rehearsed}>
        {({ rehearsal }) => (rehearsal ? <WhatHappens rehearsal={rehearsal} /> : <Unfit />)}
      </Answered>
    </Modal>
  )
}

const Unfit = () => <p>按现行工作日历，这一版已不能通过检查，请修改后另发一版。</p>

const WhatHappens = ({ rehearsal }: { rehearsal: Rehearsal }) => {
  const { today } = useSession()
  const { title, ends } = rehearsal.stages[0]!
  return (
    <>
      {ends && ends.date < today && (
        <Alert
          type="warning"
          showIcon
          title={`“${title}”已于${chineseDate(ends.date)}截止，启动后各单位须逐家开通补报。`}
        />
      )}
      <ul>
        <li>
          “{title}”环节立即开始，{rehearsal.units.length}个推荐单位可以登录填报。
        </li>
        <li>单位名册中没有的推荐单位会自动建立，名额按方案算定。</li>
        <li>推选按这一版办理；以后发布的新版，只有单位、类别、名额、表格和环节不变时才能换用。启动后不能撤销。</li>
      </ul>
      <StageChart rehearsal={rehearsal} />
      <UnitLoadTable rehearsal={rehearsal} />
    </>
  )
}
