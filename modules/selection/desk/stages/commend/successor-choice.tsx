import { Input, Radio } from 'antd'
import { useState } from 'react'
import { useEndpoint } from '#platform/ui/desk/index.ts'
import { commendApi } from '../../../shared/index.ts'
import { Labelled } from '../../labelled.tsx'
import type { EarlierEntry } from './earlier-entries.tsx'

type Props = {
  campaignId: number
  of: EarlierEntry
  chosen: number | null
  onChoose: (id: number | null) => void
}

/** The honour that takes another's place, where it stands in a register here; it may stand in none. */
export const SuccessorChoice = ({ campaignId, of, chosen, onChoose }: Props) => {
  const [search, setSearch] = useState('')
  const found = useEndpoint(
    commendApi.findEarlier,
    { params: { id: campaignId }, query: { search } },
    { enabled: search !== '' },
  ).data
  const choices = (found?.entries ?? []).filter(({ id, state }) => id !== of.id && state === 'valid')
  return (
    <>
      <Labelled label="替代它的荣誉（名册中有的，按姓名、名称或编号查找）">
        <Input.Search onSearch={words => setSearch(words.trim())} maxLength={100} />
      </Labelled>
      <Radio.Group vertical value={chosen} onChange={({ target }) => onChoose(target.value as number | null)}>
        <Radio value={null}>名册中没有，只在理由中写明</Radio>
        {choices.map(({ id, number, name, year, title }) => (
          <Radio key={id} value={id}>
            {name}　{year}年{title}（{number}）
          </Radio>
        ))}
      </Radio.Group>
      {found && choices.length === 0 && <p className="field-hint">没有找到有效的荣誉。</p>}
    </>
  )
}
