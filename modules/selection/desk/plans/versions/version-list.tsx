import { Button, Modal } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { ConfirmAction, dateWords, EmptyState, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { plansApi } from '../../../shared/index.ts'
import { Changes } from './changes.tsx'
import { Fingerprint } from './fingerprint.tsx'
import { StartCampaign } from './start-campaign.tsx'

type Plan = AnswerOf<typeof plansApi.getPlan>
type Version = Plan['versions'][number]
type Comparison = { from: number; to?: number }

/** The published versions of a plan, the last first, with what changed in each. */
export const VersionList = ({ plan, value }: { plan: Plan; value: unknown }) => {
  const [compared, setCompared] = useState<Comparison>()
  const { versions } = plan
  if (versions.length === 0) return <EmptyState title="还没有发布" hint="发布后，每一版连同理由留在这里，不能再改。" />
  return (
    <>
      <ol className="plan-versions">
        {versions.map((version, index) => (
          <VersionLine key={version.id} {...{ plan, version }} latest={index === 0} onCompare={setCompared} />
        ))}
      </ol>
      {compared && (
        <Modal open width={720} footer={null} onCancel={() => setCompared(undefined)} title={titleOf(compared)}>
          <Changes planId={plan.id} {...compared} plan={value} />
        </Modal>
      )}
    </>
  )
}

const titleOf = ({ from, to }: Comparison) => (to ? `第${to}版与第${from}版相比` : `草稿与第${from}版相比`)

type LineProps = { plan: Plan; version: Version; latest: boolean; onCompare: (comparison: Comparison) => void }

const VersionLine = ({ plan, version, latest, onCompare }: LineProps) => {
  const { version: number, reason, publishedAt, publishedBy, hash, campaignId } = version
  const files = (as: string) => `/api/selection/plans/${plan.id}/files?as=${as}&version=${number}`
  return (
    <li>
      <h4>
        第{number}版 {campaignId && <StateTag tone="done">推选按此办理</StateTag>}
      </h4>
      <p>{reason}</p>
      <p className="plan-help">
        {dateWords(publishedAt)}
        {publishedBy && ` · ${publishedBy}`} · <Fingerprint hash={hash} short />
      </p>
      <div className="plan-buttons">
        {number > 1 && (
          <Button size="small" onClick={() => onCompare({ from: number - 1, to: number })}>
            改了什么
          </Button>
        )}
        {latest && (
          <Button size="small" onClick={() => onCompare({ from: number })}>
            与草稿比较
          </Button>
        )}
        <Button size="small" href={files('yaml')}>
          下载 YAML
        </Button>
        <Button size="small" href={files('zip')}>
          下载原文件
        </Button>
        {campaignId && <Link to={`/selection/campaigns/${campaignId}`}>打开推选</Link>}
        {latest && plan.campaignId === null && <StartCampaign planId={plan.id} version={version} />}
        {latest && plan.campaignId !== null && campaignId === null && (
          <FollowVersion campaignId={plan.campaignId} version={version} />
        )}
      </div>
    </li>
  )
}

const FollowVersion = ({ campaignId, version }: { campaignId: number; version: Version }) => {
  const { run } = useAction(plansApi.changeVersion, { success: `推选已改按第${version.version}版办理` })
  return (
    <ConfirmAction
      label="推选改按此版办理"
      title={`让正在进行的推选改按第${version.version}版办理？`}
      button={{ size: 'small' }}
      onConfirm={() => run({ params: { id: campaignId }, body: { planVersionId: version.id } })}
    >
      <p>
        未结束环节的日期随新版调整，已单独延期的单位不变。推荐单位、类别、名额、表格或环节有改动的，不能更换。此事记录在案。
      </p>
    </ConfirmAction>
  )
}
