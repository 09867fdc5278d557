import type { overviewApi } from '../../shared/index.ts'

const filters = {
  unstarted: '未开始',
  drafting: '填报中',
  submitted: '待接收',
  returned: '退回修改',
  accepted: '已接收',
  promised: '待补章',
} as const
export type UnitFilter = keyof typeof filters

export const isUnitFilter = (text: string | null): text is UnitFilter => text !== null && Object.hasOwn(filters, text)

type Props = {
  units: overviewApi.Progress['units']
  filter: UnitFilter | undefined
  onFilter: (filter: UnitFilter | undefined) => void
}

/** How many units are how far; each number filters the table. */
export const UnitTallies = ({ units, filter, onFilter }: Props) => (
  <ul className="tallies num" aria-label="按状态筛选">
    <Tally label="全部" count={units.total} on={filter === undefined} onClick={() => onFilter(undefined)} />
    {(Object.keys(filters) as UnitFilter[]).map(key => (
      <Tally
        key={key}
        label={filters[key]}
        count={units[key]}
        on={filter === key}
        onClick={() => onFilter(filter === key ? undefined : key)}
      />
    ))}
  </ul>
)

type TallyProps = { label: string; count: number; on: boolean; onClick: () => void }

const Tally = ({ label, count, on, onClick }: TallyProps) => (
  <li>
    <button type="button" aria-pressed={on} onClick={onClick}>
      {label}
      <b>{count}</b>
    </button>
  </li>
)
