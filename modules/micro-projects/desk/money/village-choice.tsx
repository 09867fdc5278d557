import { Select } from 'antd'

export type Village = { villageId: number; villageName: string }

type Props = {
  villages: Village[]
  value: number | undefined
  onChange: (villageId: number | undefined) => void
  /** Shown while none is chosen; without it one is always chosen. */
  all?: boolean
}

/** Which village a list is of; nothing to choose for whoever sees only one. */
export const VillageChoice = ({ villages, value, onChange, all = true }: Props) =>
  villages.length < 2 ? null : (
    <Select
      aria-label="村（社区）"
      placeholder="全部村（社区）"
      allowClear={all}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={villages.map(({ villageId, villageName }) => ({ value: villageId, label: villageName }))}
      onChange={onChange}
    />
  )
