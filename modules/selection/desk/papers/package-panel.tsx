import { Progress } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { addressOf } from '#platform/http/shared/address.ts'
import type { InputOf } from '#platform/http/shared/endpoint.ts'
import { Answered, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import type { PackageView } from '../../papers/shared/index.ts'
import { papersApi } from '../../shared/index.ts'
import { momentWords } from '../words.ts'
import { FormatChoice } from './format-choice.tsx'

const POLL_MS = 2000
const asked = { success: '正在打包，可以离开此页' }

/** Packages are asked about again for as long as one is being made. */
const usePolling = (packages: PackageView[] | undefined, poll: (on: boolean) => void) => {
  const making = packages?.some(({ state }) => state === 'waiting' || state === 'running') ?? false
  useEffect(() => poll(making), [making, poll])
}

/** A unit's files in one ZIP: asked for here, made meanwhile, fetched when ready. */
export const UnitPackages = ({ submissionId: id }: { submissionId: number }) => {
  const [polling, poll] = useState(false)
  const packages = useEndpoint(papersApi.listUnitPackages, { params: { id } }, polling ? { refreshMs: POLL_MS } : {})
  const ask = useAction(papersApi.askUnitPackage, asked)
  usePolling(packages.data?.packages, poll)
  return (
    <div className="packages">
      <p>
        打包全部推荐表和材料，一项一档，附目录：
        <FormatChoice busy={ask.running} onChoose={format => ask.run({ params: { id }, body: { format } })} />
      </p>
      <Answered of={packages} rows={1}>
        {data => <PackageList packages={data.packages} />}
      </Answered>
    </div>
  )
}

export type Ask = InputOf<typeof papersApi.askCampaignPackage>['body']
type CampaignProps = { campaignId: number; children: (ask: (body: Ask) => void, busy: boolean) => ReactNode }

/** Packages of a whole campaign; `children` gets the way to ask for one. */
export const CampaignPackages = ({ campaignId: id, children }: CampaignProps) => {
  const [polling, poll] = useState(false)
  const packages = useEndpoint(
    papersApi.listCampaignPackages,
    { params: { id } },
    polling ? { refreshMs: POLL_MS } : {},
  )
  const ask = useAction(papersApi.askCampaignPackage, asked)
  usePolling(packages.data?.packages, poll)
  return (
    <div className="packages">
      {children(body => void ask.run({ params: { id }, body }), ask.running)}
      <Answered of={packages} rows={1}>
        {data => <PackageList packages={data.packages} />}
      </Answered>
    </div>
  )
}

const PackageList = ({ packages }: { packages: PackageView[] }) =>
  packages.length === 0 ? null : (
    <ul className="paper-list" aria-live="polite">
      {packages.slice(0, 8).map(one => (
        <li key={one.id}>
          <span>
            {one.name}
            <small className="num">　{momentWords(one.askedAt)}</small>
            {one.remarks.map(remark => (
              <small key={remark} className="package-remark">
                {remark}
              </small>
            ))}
          </span>
          <PackageState one={one} />
        </li>
      ))}
    </ul>
  )

const sizeWords = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`

const PackageState = ({ one }: { one: PackageView }) => {
  if (one.state === 'failed') return <span>没有生成，请再打包一次</span>
  if (one.state !== 'done') {
    const percent = one.total > 0 ? Math.round((100 * one.done) / one.total) : 0
    return <Progress className="package-progress" percent={percent} size="small" aria-label={`已完成${percent}%`} />
  }
  if (!one.available) return <span>已过一周，请重新打包</span>
  return <a href={addressOf(papersApi.downloadPackage.path, { id: one.id })}>下载（{sizeWords(one.bytes ?? 0)}）</a>
}
