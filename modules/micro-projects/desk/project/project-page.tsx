import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { usePermission } from '#kernel/access/desk/index.tsx'
import {
  Answered,
  ConfirmAction,
  EmptyState,
  FindingsPanel,
  Page,
  Sheet,
  StateTag,
  useAction,
  useEndpoint,
} from '#platform/ui/desk/index.ts'
import { projectApi, publicStates, states } from '../../shared/index.ts'
import { DraftForm } from '../draft/draft-form.tsx'
import { ExpensePanel, PaymentPanel } from '../money/index.tsx'
import { PaperPanel } from '../papers/index.tsx'
import { PicturePanel } from '../pictures/index.tsx'
import { SignaturePanel } from '../signatures/index.tsx'
import { toneOf } from '../words.ts'
import { CompletionForm } from './completion-form.tsx'
import { History } from './history.tsx'
import { NextInLine } from './next-in-line.tsx'
import { PlaquePanel } from './plaque-panel.tsx'
import { PublicityPanel } from './publicity-panel.tsx'
import { StepPanel } from './step-panel.tsx'
import { Summary } from './summary.tsx'
import { Way } from './way.tsx'
import '../micro.css'

type Project = projectApi.ProjectView

/** One project: what is to be done now stands first, what was done below. */
const ProjectPage = () => {
  const { id = '' } = useParams()
  if (/^\d{1,15}$/.test(id)) return <Loaded id={Number(id)} />
  return (
    <Page title="微实事项目" narrow>
      <EmptyState title="没有找到这个项目" hint="地址可能写错了，请从“微实事”的列表打开。" />
    </Page>
  )
}

const Loaded = ({ id }: { id: number }) => {
  const project = useEndpoint(projectApi.getProject, { params: { id } })
  if (project.data) return <ProjectView key={project.data.id} project={project.data} />
  return (
    <Page title="微实事项目" narrow>
      <Answered of={project}>{() => null}</Answered>
    </Page>
  )
}

const ProjectView = ({ project }: { project: Project }) => (
  <Page title={project.title} meta={<Meta project={project} />} actions={<Actions project={project} />} narrow>
    {project.permissions.edit ? <DraftForm project={project} /> : <InHand project={project} />}
    <PaperPanel projectId={project.id} />
    {project.history.length > 0 && <History history={project.history} />}
  </Page>
)

const InHand = ({ project }: { project: Project }) => {
  const { id, state, findings, permissions } = project
  const approved = publicStates.includes(state)
  const unposted = state === 'acceptance' && project.postedOn === null
  const settled = state === 'accepted' || state === 'paid'
  const payNow = usePermission('finance') && state === 'accepted'
  const [acted, setActed] = useState(false)
  const money = approved && <ExpensePanel projectId={id} />
  const pictures = (
    <Sheet title="照片">
      <PicturePanel projectId={id} />
    </Sheet>
  )
  return (
    <>
      <Way state={state} />
      {permissions.step && <StepPanel project={project} step={permissions.step} onDone={() => setActed(true)} />}
      {acted && !permissions.step && <NextInLine after={id} />}
      {payNow && <PaymentPanel projectId={id} onDone={() => setActed(true)} />}
      {(state === 'completed' || state === 'publicity' || unposted) && <PublicityPanel project={project} />}
      {findings.length > 0 && (
        <Sheet title="检查">
          <FindingsPanel findings={findings} />
        </Sheet>
      )}
      {permissions.complete && (
        <>
          {money}
          {pictures}
          <CompletionForm project={project} />
        </>
      )}
      <Summary project={project} />
      {!permissions.complete && money}
      {settled && !payNow && <PaymentPanel projectId={id} />}
      {settled && <PlaquePanel project={project} />}
      {!permissions.complete && pictures}
      <Sheet title="签名">
        <SignaturePanel projectId={id} />
      </Sheet>
    </>
  )
}

const Meta = ({ project: { state, villageName, leadName } }: { project: Project }) => (
  <>
    <StateTag tone={toneOf(state)}>{states[state]}</StateTag> {villageName} · 牵头人：{leadName}
  </>
)

const Actions = ({ project: { id, code, state, permissions } }: { project: Project }) => {
  const end = useAction(projectApi.endProject, { success: '已终止' })
  const withdraw = useAction(projectApi.withdrawProject, { success: '已撤回' })
  return (
    <>
      {publicStates.includes(state) && (
        <Button href={`/micro/projects/${code}`} target="_blank">
          公开页面
        </Button>
      )}
      {permissions.end && (
        <ConfirmAction
          label="终止项目"
          title="终止这个项目？"
          reason={{ label: '终止的原因', required: true, maxLength: 500 }}
          confirmLabel="终止"
          danger
          onConfirm={reason => end.run({ params: { id }, body: { reason } })}
          button={{ loading: end.running }}
        >
          不再实施、验收和拨付的项目在这里终止，不能恢复。核定的金额退回签名的党员、代表本年度的额度，牵头人会收到通知。
        </ConfirmAction>
      )}
      {permissions.withdraw && (
        <ConfirmAction
          label={state === 'draft' ? '放弃' : '撤回'}
          title={state === 'draft' ? '放弃这个项目？' : '从村（社区）党组织撤回？'}
          confirmLabel={state === 'draft' ? '放弃' : '撤回'}
          onConfirm={() => withdraw.run({ params: { id }, body: {} })}
          button={{ loading: withdraw.running }}
        >
          {state === 'draft' ? '放弃后不能恢复，签名也随之作废。' : '撤回后可以修改，再重新提交。'}
        </ConfirmAction>
      )}
    </>
  )
}

export default ProjectPage
