import { Form, Select } from 'antd'
import { useEndpoint } from '#platform/ui/desk/index.ts'
import { signatureApi } from '../../shared/index.ts'

type Props = { projectId: number; value: string[]; onChange: (people: string[]) => void }

/** 参与的人: chosen among those who signed, or typed; seen by whoever checks and on no public page. */
export const PeopleField = ({ projectId, value, onChange }: Props) => {
  const signed = useEndpoint(signatureApi.getSignatures, { params: { id: projectId } })
  const names = [
    ...(signed.data?.backings ?? []).map(({ member }) => member.name),
    ...(signed.data?.signatures ?? []).map(({ household }) => household.head),
  ]
  return (
    <Form.Item
      label="参与的人（逐一登记）"
      htmlFor="people"
      extra="签过名的可以直接选，其他人输入姓名后按回车。只供核实，不对外公开。"
    >
      <Select
        id="people"
        mode="tags"
        value={value}
        maxTagTextLength={20}
        tokenSeparators={['、', '，', ',', ' ']}
        options={[...new Set(names)].map(name => ({ value: name, label: name }))}
        onChange={(people: string[]) => onChange(people.map(name => name.trim()).filter(name => name !== ''))}
      />
    </Form.Item>
  )
}
