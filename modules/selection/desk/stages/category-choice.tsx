import { Segmented, Select } from 'antd'
import { useNarrow } from '#platform/ui/desk/index.ts'

type Props = {
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (category: string) => void
}

/** Which category's list is shown: side by side where there is room, one below the other on a phone. */
export const CategoryChoice = ({ value = '', options, onChange }: Props) => {
  const narrow = useNarrow()
  if (narrow) return <Select aria-label="类别" style={{ width: '100%' }} {...{ value, options, onChange }} />
  return <Segmented aria-label="类别" {...{ value, options, onChange }} />
}
