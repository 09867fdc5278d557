import { DownloadOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { addressOf } from '#platform/http/shared/address.ts'
import { DataTable, Sheet, useEndpoint, useKeyset } from '#platform/ui/desk/index.ts'
import { campaignsApi, overviewApi } from '../../shared/index.ts'
import type { Overview } from '../campaigns/funnel-stages.ts'
import { unitColumns } from './unit-columns.tsx'
import { isUnitFilter, type UnitFilter, UnitTallies } from './unit-tallies.tsx'

type Props = {
  campaign: Overview
  progress: overviewApi.Progress | undefined
  /** From the address: a task or a to-do leads straight to the units it means. */
  initialFilter: string | null
  onUrge: (submissionIds: number[]) => void
}

/** 各单位进度: units in official order against quota and deadline; chosen ones can be urged. */
export const UnitsProgress = ({ campaign, progress, initialFilter, onUrge }: Props) => {
  const navigate = useNavigate()
  const keyset = useKeyset()
  const [filter, setFilter] = useUnitFilter(initialFilter, keyset.first)
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<string[]>([])
  const asked = { ...(filter && { state: filter }), ...(search && { search }) }
  const query = { ...asked, limit: PAGE, ...(keyset.cursor && { after: keyset.cursor }) }
  const list = useEndpoint(campaignsApi.listUnits, { params: { id: campaign.id }, query }, { keepPrevious: true })
  return (
    <Sheet title="各单位进度" id="units">
      {progress && <UnitTallies units={progress.units} filter={filter} onFilter={setFilter} />}
      <DataTable
        name="selection.units"
        columns={unitColumns(campaign)}
        rows={list.data?.rows}
        rowKey={row => String(row.submissionId)}
        loading={list.isFetching}
        empty={{ title: '没有符合条件的单位', hint: '换一个条件试试。' }}
        paging={{ keyset, pageSize: PAGE, next: list.data?.next, ...(list.data && { total: list.data.total }) }}
        onRowClick={row => navigate(`/selection/submissions/${row.submissionId}`)}
        {...(campaign.permissions.run && { selection: { keys: chosen, onChange: setChosen } })}
        filters={
          <Input.Search
            allowClear
            placeholder="按单位名称查找"
            aria-label="按单位名称查找"
            style={{ width: 220 }}
            onSearch={text => {
              setSearch(text.trim())
              keyset.first()
            }}
          />
        }
        tools={
          <>
            {chosen.length > 0 && (
              <Button onClick={() => onUrge(chosen.map(Number))}>催报所选{chosen.length}个单位</Button>
            )}
            <Button
              icon={<DownloadOutlined />}
              href={addressOf(overviewApi.exportUnits.path, { id: campaign.id }, asked)}
            >
              导出Excel
            </Button>
          </>
        }
      />
    </Sheet>
  )
}

const PAGE = 20

/** The filter follows the address when a link on the same page changes it. */
const useUnitFilter = (fromAddress: string | null, first: () => void) => {
  const [address, setAddress] = useState(fromAddress)
  const [filter, set] = useState<UnitFilter | undefined>(isUnitFilter(fromAddress) ? fromAddress : undefined)
  const change = (next: UnitFilter | undefined) => {
    set(next)
    first()
  }
  if (address !== fromAddress) {
    setAddress(fromAddress)
    change(isUnitFilter(fromAddress) ? fromAddress : undefined)
  }
  return [filter, change] as const
}
