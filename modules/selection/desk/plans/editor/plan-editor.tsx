import { Alert, Button, ConfigProvider, Segmented, Space } from 'antd'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { AutosaveStatus, Page, Sheet, useNarrow } from '#platform/ui/desk/index.ts'
import type { PlanFault, plansApi } from '../../../shared/index.ts'
import { PlanFormsContext } from '../form/plan-forms.ts'
import { RehearsalPanel } from '../rehearsal/rehearsal-panel.tsx'
import { PublishDialog } from '../versions/publish-dialog.tsx'
import { VersionList } from '../versions/version-list.tsx'
import { FaultList } from './fault-list.tsx'
import { Outline } from './outline.tsx'
import { SectionForm } from './section-form.tsx'
import { usePlaces } from './use-places.ts'
import { usePlanDraft } from './use-plan-draft.ts'
import { usePlanText } from './use-plan-text.ts'
import { useRehearsal } from './use-rehearsal.ts'
import { YamlView } from './yaml-view.tsx'

type Plan = AnswerOf<typeof plansApi.getPlan>

const noFaults: PlanFault[] = []

/** A plan's draft: outline and forms, beside them the rehearsal, the text or the versions. */
export const PlanEditor = ({ plan }: { plan: Plan }) => {
  const draft = usePlanDraft(plan)
  const { value, readable } = usePlanText(draft.sources)
  const [publishOn, setPublishOn] = useState<Record<string, string>>({})
  const rehearsal = useRehearsal(draft.sources, plan.id, publishOn)
  const faults = rehearsal.answer?.faults ?? noFaults
  const places = usePlaces()
  const [publishing, setPublishing] = useState(false)
  const ready = rehearsal.answer?.rehearsal && !rehearsal.asking
  const title = typeof value.title === 'string' ? value.title : plan.title
  const last = plan.versions[0]?.version
  const publish = async () => {
    if (await draft.flush()) setPublishing(true)
  }
  return (
    <Page
      title={title}
      meta={
        <Space wrap size="middle">
          <span>{last ? `已发布至第${last}版` : '未发布'}</span>
          <AutosaveStatus state={draft.save} />
        </Space>
      }
      actions={
        <>
          <Button onClick={draft.undo} disabled={!draft.canUndo}>
            撤销
          </Button>
          <Button href={`/api/selection/plans/${plan.id}/files?as=zip`}>下载草稿</Button>
          <Button type="primary" disabled={!ready} onClick={publish}>
            {last ? '发布新版' : '发布'}
          </Button>
        </>
      }
    >
      {draft.current && <Conflict settle={draft.settle} />}
      {!readable && (
        <Alert
          type="error"
          showIcon
          className="plan-alert"
          title="文本暂时不能按 YAML 读取，表单停用；请先在“文本”中改正。"
        />
      )}
      <FaultList value={value} faults={faults} onField={places.toFault} onLine={places.toLine} />
      <PlanFormsContext value={{ value, edit: draft.edit, faults, target: places.target }}>
        <div className="plan-editor">
          <Outline faults={faults} current={places.section} onChoose={places.choose} />
          <PlanViews {...{ places, readable }}>
            {{
              forms: (
                <ConfigProvider componentDisabled={!readable}>
                  <SectionForm section={places.section} />
                </ConfigProvider>
              ),
              rehearsal: (
                <RehearsalPanel
                  of={rehearsal}
                  publishOn={publishOn}
                  onPublishOn={setPublishOn}
                  onField={places.toField}
                />
              ),
              text: <YamlView sources={draft.sources} faults={faults} place={places.line} onChange={draft.change} />,
              versions: <VersionList plan={plan} value={value} />,
            }}
          </PlanViews>
        </div>
      </PlanFormsContext>
      {publishing && rehearsal.answer?.rehearsal && (
        <PublishDialog
          planId={plan.id}
          last={last}
          rehearsed={rehearsal.answer}
          plan={value}
          flush={draft.flush}
          onClose={() => setPublishing(false)}
        />
      )}
    </Page>
  )
}

type ViewsProps = {
  places: ReturnType<typeof usePlaces>
  readable: boolean
  children: Record<'forms' | 'rehearsal' | 'text' | 'versions', React.ReactNode>
}

const besides = [
  { value: 'rehearsal', label: '推演' },
  { value: 'text', label: '文本' },
  { value: 'versions', label: '版本' },
] as const

/** Forms with one other view beside them; on a phone one at a time. */
const PlanViews = ({ places: { view, show }, children }: ViewsProps) => {
  const narrow = useNarrow()
  const beside = view === 'forms' ? 'rehearsal' : view
  if (narrow)
    return (
      <div>
        <Segmented
          aria-label="显示哪一部分"
          block
          value={view}
          onChange={show}
          options={[{ value: 'forms', label: '表单' }, ...besides]}
        />
        <div className="plan-one-view">{children[view]}</div>
      </div>
    )
  return (
    <>
      {children.forms}
      <Sheet
        className="plan-beside"
        title={<Segmented aria-label="旁边显示" value={beside} onChange={show} options={[...besides]} />}
      >
        {children[beside]}
      </Sheet>
    </>
  )
}

const Conflict = ({ settle }: { settle: (keep: 'mine' | 'theirs') => void }) => (
  <Alert
    type="warning"
    showIcon
    className="plan-alert"
    title="另一人刚刚也保存了这份方案。请选择保留哪一份，另一份可用“撤销”找回。"
    action={
      <Space>
        <Button size="small" onClick={() => settle('theirs')}>
          用对方的
        </Button>
        <Button size="small" onClick={() => settle('mine')}>
          用本页的
        </Button>
      </Space>
    }
  />
)
