import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import {
  Answered,
  DataTable,
  dateWords,
  Page,
  Sheet,
  StateTag,
  useAction,
  useEndpoint,
} from '#platform/ui/desk/index.ts'
import { type PlanSources, plansApi } from '../../../shared/index.ts'
import { AnotherYear, type Original } from './another-year.tsx'
import { filesRead } from './read-files.ts'
import '../plans.css'

type Shelf = AnswerOf<typeof plansApi.listPlans>

/** The plans one can begin with: those that ship with the product, and the office's own. */
const PlansPage = () => {
  const shelf = useEndpoint(plansApi.listPlans)
  const [copied, setCopied] = useState<Original>()
  const navigate = useNavigate()
  const { run, running } = useAction(plansApi.addPlan, { onDone: ({ id }) => navigate(`/selection/plans/${id}`) })
  return (
    <Page
      title="推选方案"
      meta="一份方案就是一份通知：谁推荐、推荐多少、填什么表、走哪些环节、到哪天为止。"
      actions={<UploadPlan busy={running} onFiles={sources => run({ body: { from: { sources: { ...sources } } } })} />}
    >
      <Answered of={shelf}>
        {({ shipped, plans }) => (
          <>
            <Sheet title="本单位的方案">
              <OwnPlans plans={plans} onCopy={setCopied} />
            </Sheet>
            <Sheet title="可以参照的方案">
              <p className="plan-help">照录公开通知整理，日期和单位均为当年情况。</p>
              <ShippedPlans
                shipped={shipped}
                busy={running}
                onDraft={id => run({ body: { from: { shipped: id } } })}
                onCopy={setCopied}
              />
            </Sheet>
          </>
        )}
      </Answered>
      {copied && <AnotherYear original={copied} onClose={() => setCopied(undefined)} />}
    </Page>
  )
}
export default PlansPage

const OwnPlans = ({ plans, onCopy }: { plans: Shelf['plans']; onCopy: (original: Original) => void }) => (
  <DataTable
    name="selection.plans"
    rows={plans}
    rowKey={({ id }) => String(id)}
    empty={{ title: '还没有方案', hint: '从下面选一份照此起草，或上传写好的方案文件。' }}
    columns={[
      {
        key: 'title',
        title: '方案',
        always: true,
        render: ({ id, title }) => <Link to={`/selection/plans/${id}`}>{title}</Link>,
      },
      { key: 'state', title: '状态', width: 180, render: plan => <PlanState plan={plan} /> },
      { key: 'updated', title: '最近修改', width: 130, render: ({ updatedAt }) => dateWords(updatedAt) },
      {
        key: 'actions',
        title: '办理',
        width: 220,
        render: ({ id, title, campaignId }) => (
          <div className="plan-buttons">
            <Button size="small" onClick={() => onCopy({ from: { planId: id }, title })}>
              换一个年度
            </Button>
            {campaignId && <Link to={`/selection/campaigns/${campaignId}`}>打开推选</Link>}
          </div>
        ),
      },
    ]}
  />
)

const PlanState = ({ plan: { version, changed, campaignId } }: { plan: Shelf['plans'][number] }) => {
  if (!version) return <StateTag>草稿</StateTag>
  return (
    <>
      <StateTag tone={campaignId ? 'done' : 'gold'}>{campaignId ? '已启动' : `已发布第${version}版`}</StateTag>
      {changed && <small className="plan-slug">草稿有改动</small>}
    </>
  )
}

type ShippedProps = {
  shipped: Shelf['shipped']
  busy: boolean
  onDraft: (id: string) => void
  onCopy: (original: Original) => void
}

const ShippedPlans = ({ shipped, busy, onDraft, onCopy }: ShippedProps) => (
  <ul className="shipped-plans">
    {shipped.map(({ id, title, issuer, year }) => (
      <li key={id}>
        <h3>{title}</h3>
        <p className="num">
          {issuer} · {year}年
        </p>
        <div className="plan-buttons">
          <Button disabled={busy} onClick={() => onDraft(id)}>
            照此起草
          </Button>
          <Button onClick={() => onCopy({ from: { shipped: id }, title, year })}>换一个年度</Button>
        </div>
      </li>
    ))}
  </ul>
)

const UploadPlan = ({ busy, onFiles }: { busy: boolean; onFiles: (sources: PlanSources) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const chosen = async (files: FileList | null) => {
    if (files?.length) onFiles(await filesRead([...files]))
    if (input.current) input.current.value = ''
  }
  return (
    <>
      <Button icon={<UploadOutlined />} loading={busy} onClick={() => input.current?.click()}>
        上传方案文件
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".yaml,.yml"
        aria-label="方案文件"
        onChange={({ target }) => chosen(target.files)}
      />
    </>
  )
}
