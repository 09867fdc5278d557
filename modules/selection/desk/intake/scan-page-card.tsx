import { Button, Checkbox, DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { StateTag, type Tone, useAction } from '#platform/ui/desk/index.ts'
import { intakeApi } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'
import { nameOf } from '../words.ts'
import type { Sealed } from './scans-page.tsx'

type ScanPage = AnswerOf<typeof intakeApi.readUploadedScan>['pages'][number]
type Props = { fileKey: string; page: ScanPage; nominees: Sealed[]; today: string }

const STATES: Record<'current' | 'older' | 'removed', { words: string; tone: Tone }> = {
  current: { words: '与现在的内容一致', tone: 'done' },
  older: { words: '是修改前的内容，须重新盖章', tone: 'bad' },
  removed: { words: '该对象已撤下', tone: 'bad' },
}

const missingOf = (nominee: Sealed | undefined) => nominee?.seals.filter(({ state }) => state !== 'present') ?? []

/** One page of a scan: whose it is (by its code, or chosen), which cells are stamped on it, and since when. */
export const ScanPageCard = ({ fileKey, page, nominees, today }: Props) => {
  const [chosen, setChosen] = useState(page.sheet?.nominationId)
  const nominee = nominees.find(({ id }) => id === chosen)
  const missing = missingOf(nominee)
  const [ticked, setTicked] = useState<string[]>()
  // A form that lacks one seal needs no tick: choosing whose page it is, and the button, are the two clicks.
  const paths = ticked ?? (missing.length === 1 ? [missing[0]!.path] : [])
  const [sealedOn, setSealedOn] = useState(today)
  const attach = useAction(intakeApi.attachScan, { success: '已附上', onDone: () => setTicked(undefined) })
  const code = page.sheet?.nominationId === chosen ? page.sheet?.code : undefined
  const save = () =>
    attach.run({
      params: { id: chosen! },
      body: { fileKey, page: page.page, paths, sealedOn, ...(code && { code }) },
    })
  return (
    <div className="scan-page">
      <img src={page.preview} alt={`第${page.page}页`} />
      <p>
        第{page.page}页{' '}
        {page.sheet ? <SheetState state={page.sheet.state} /> : <StateTag tone="near">没有核对码</StateTag>}
      </p>
      <Labelled label="属于">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="选择推荐对象"
          value={chosen ?? null}
          onChange={id => {
            setChosen(id)
            setTicked(undefined)
          }}
          options={nominees.map(each => ({ value: each.id, label: `${nameOf(each)}（${each.categoryName}）` }))}
        />
      </Labelled>
      {nominee && <Cells nominee={nominee} paths={paths} onChange={setTicked} />}
      {missing.length > 0 && (
        <>
          <Labelled label="盖章日期">
            <DatePicker
              value={dayjs(sealedOn)}
              allowClear={false}
              onChange={day => day && setSealedOn(day.format('YYYY-MM-DD'))}
            />
          </Labelled>
          <p>
            <Button type="primary" disabled={paths.length === 0} loading={attach.running} onClick={save}>
              附到表上
            </Button>
          </p>
        </>
      )}
    </div>
  )
}

const SheetState = ({ state }: { state: keyof typeof STATES }) => (
  <StateTag tone={STATES[state].tone}>{STATES[state].words}</StateTag>
)

const Cells = ({ nominee, paths, onChange }: { nominee: Sealed; paths: string[]; onChange: (p: string[]) => void }) => {
  const missing = missingOf(nominee)
  if (missing.length === 0) return <p>这份表的盖章栏都已附上。</p>
  return (
    <Checkbox.Group
      aria-label="页上有哪几处盖章"
      value={paths}
      onChange={onChange}
      options={missing.map(({ path, label }) => ({ value: path, label }))}
    />
  )
}
