import { Input, Select } from 'antd'
import { useState } from 'react'
import { Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { actsApi, campaignsApi } from '../../../shared/index.ts'
import { Labelled } from '../../labelled.tsx'
import type { NewcomerDraft } from './newcomer-draft.ts'

type Props = {
  params: { id: number; stage: string }
  draft: NewcomerDraft
  onChange: (part: Partial<NewcomerDraft>) => void
}

/** For which unit, in which category, why and on what basis. */
export const NewcomerHead = ({ params, draft, onChange }: Props) => {
  const categories = useEndpoint(actsApi.listActs, { params }).data?.categories ?? []
  return (
    <Sheet title="增补到哪里">
      <p>由组织单位代推荐单位填写。前面环节没有经过的审查、公示等，都列为待补办，补办后才能审定。</p>
      <div className="labelled-column">
        <UnitChoice params={params} draft={draft} onChange={onChange} />
        <Labelled label="类别">
          <Select
            value={draft.category ?? null}
            placeholder="选择类别"
            options={categories.map(({ key, name }) => ({ value: key, label: name }))}
            onChange={category => onChange({ category })}
          />
        </Labelled>
        <Labelled label="理由（必填）" path="newcomer-reason">
          <Input.TextArea
            value={draft.reason}
            maxLength={1000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            onChange={({ target }) => onChange({ reason: target.value })}
          />
        </Labelled>
        <Labelled label="依据（必填，如会议纪要、批示、方案条款）" path="newcomer-basis">
          <Input value={draft.basis} maxLength={500} onChange={({ target }) => onChange({ basis: target.value })} />
        </Labelled>
      </div>
    </Sheet>
  )
}

/** Units are looked for on the server: a campaign may have thousands. */
const UnitChoice = ({ params, draft, onChange }: Props) => {
  const [search, setSearch] = useState('')
  const query = { limit: 50, ...(search && { search }) }
  const found = useEndpoint(campaignsApi.listUnits, { params: { id: params.id }, query }).data?.rows ?? []
  const kept = draft.submissionId === undefined ? [] : [{ value: draft.submissionId, label: draft.unitName ?? '' }]
  const options = found.map(({ submissionId, unitName }) => ({ value: submissionId, label: unitName }))
  return (
    <Labelled label="推荐单位">
      <Select
        value={draft.submissionId ?? null}
        placeholder="输入单位名称查找"
        showSearch={{ filterOption: false, onSearch: words => setSearch(words.trim()) }}
        notFoundContent="没有这个推荐单位"
        options={[...kept.filter(({ value }) => !options.some(one => one.value === value)), ...options]}
        onChange={(submissionId: number) =>
          onChange({ submissionId, unitName: options.find(({ value }) => value === submissionId)?.label ?? '' })
        }
      />
    </Labelled>
  )
}
