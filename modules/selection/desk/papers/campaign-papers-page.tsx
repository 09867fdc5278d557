import { Button, InputNumber } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Answered, Page, Sheet, Sheets, useEndpoint } from '#platform/ui/desk/index.ts'
import { campaignsApi } from '../../shared/index.ts'
import { FormatChoice } from './format-choice.tsx'
import { Letters } from './letters.tsx'
import { type Ask, CampaignPackages } from './package-panel.tsx'
import { BlankForms } from './unit-papers.tsx'
import './papers.css'

/** 文书: letters, packages and empty forms of a campaign. */
const CampaignPapersPage = () => {
  const id = Number(useParams().id)
  const campaign = useEndpoint(campaignsApi.getCampaign, { params: { id } })
  return (
    <Answered of={campaign}>
      {data => (
        <Page title="文书" meta={<Link to={`/selection/campaigns/${id}`}>{data.title}</Link>}>
          <Sheets>
            <div>
              {data.permissions.organise && <Letters campaignId={id} />}
              <Sheet title="空白表">
                <BlankForms campaignId={id} />
              </Sheet>
            </div>
            {data.permissions.run && (
              <Sheet title="打包">
                <CampaignPackages campaignId={id}>{(ask, busy) => <Choices ask={ask} busy={busy} />}</CampaignPackages>
              </Sheet>
            )}
          </Sheets>
        </Page>
      )}
    </Answered>
  )
}

type ChoicesProps = { ask: (body: Ask) => void; busy: boolean }

const Choices = ({ ask, busy }: ChoicesProps) => (
  <ul className="package-choices">
    <li>
      <b>全部推荐表和材料</b>
      <small>一项一档，每个单位一个文件夹，附目录。</small>
      <FormatChoice busy={busy} onChoose={format => ask({ kind: 'campaign', format })} />
    </li>
    <li>
      <b>全部证书</b>
      <small>登入荣誉名册后制证，A4横向，含逐个文件和合订本。</small>
      <Button size="small" disabled={busy} onClick={() => ask({ kind: 'certificates' })}>
        PDF
      </Button>
    </li>
    <li>
      <b>新闻稿包</b>
      <small>只含已公布的名单、已签发并经本人同意的事迹和照片。</small>
      <Button size="small" disabled={busy} onClick={() => ask({ kind: 'press' })}>
        打包
      </Button>
    </li>
    <Overprint ask={ask} busy={busy} />
    <li>
      <b>归档移交包</b>
      <small>每件一个文件夹，编件号，附卷内目录、扫描件和操作记录摘录。</small>
      <Button size="small" disabled={busy} onClick={() => ask({ kind: 'archive' })}>
        打包
      </Button>
    </li>
  </ul>
)

/** 套打: opinions alone, at their places on the stamped sheets; a test sheet shows how far the printer is off. */
const Overprint = ({ ask, busy }: ChoicesProps) => {
  const [offset, setOffset] = useState({ x: 0, y: 0 })
  const field = (label: string, key: 'x' | 'y') => (
    <InputNumber
      aria-label={label}
      prefix={label}
      suffix="毫米"
      min={-30}
      max={30}
      step={0.5}
      value={offset[key]}
      onChange={value => setOffset({ ...offset, [key]: value ?? 0 })}
    />
  )
  return (
    <li>
      <b>审批意见套打</b>
      <small>先打试印页，量出偏差填在这里，再把意见打到已盖章的表上。</small>
      <span className="overprint-offset">
        {field('右移', 'x')}
        {field('下移', 'y')}
        <Button size="small" disabled={busy} onClick={() => ask({ kind: 'overprint', offset })}>
          生成套打文件
        </Button>
      </span>
    </li>
  )
}

export default CampaignPapersPage
