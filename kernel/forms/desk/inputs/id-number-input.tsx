import { Button } from 'antd'
import { type FieldOf, fieldAt, readIdNumber } from '../../shared/index.ts'
import { useEditing } from '../editor-context.ts'
import { type InputProps, LineInput } from './line-input.tsx'

type Offer = Record<string, string>

/** What the number states and the form does not have yet. */
const useOffer = (field: FieldOf<'idNumber'>, value: unknown): Offer => {
  const { form, answers } = useEditing()
  const stated = readIdNumber(
    String(value ?? '')
      .trim()
      .toUpperCase(),
  )
  if (!stated) return {}
  const offer: Offer = {}
  if (field.gender && !answers[field.gender]) offer[field.gender] = stated.gender
  if (field.birth && !answers[field.birth]) {
    const isMonth = fieldAt(form, field.birth)?.kind === 'month'
    offer[field.birth] = isMonth ? stated.birth.slice(0, 7).replace('-', '.') : stated.birth
  }
  return offer
}

/** ID number, checked as it is typed; offers the birth and gender it states. */
export const IdNumberInput = ({ field, path, value }: InputProps<FieldOf<'idNumber'>>) => {
  const { readOnly, set } = useEditing()
  const offer = useOffer(field, value)
  const values = Object.values(offer)
  return (
    <>
      <LineInput field={field} path={path} value={value} />
      {values.length > 0 && !readOnly && (
        <Button type="link" size="small" className="id-offer" onClick={() => set(offer)}>
          按身份证号填入：{values.join('，')}
        </Button>
      )}
    </>
  )
}
