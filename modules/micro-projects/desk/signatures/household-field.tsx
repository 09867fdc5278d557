import { AutoComplete, Input } from 'antd'
import { useDeferredValue, useId, useState } from 'react'
import { phoneSchema } from '#kernel/units/shared/index.ts'
import { useEndpoint } from '#platform/ui/desk/index.ts'
import { type signatureApi as Api, signatureApi } from '../../shared/index.ts'

/** A household as it is being typed; with an id once it was chosen from the village's list. */
export type TypedHousehold = { id?: number; head: string; door: string; phone: string }
export const noHousehold: TypedHousehold = { head: '', door: '', phone: '' }

/** What is wrong with the telephone, said before anybody signs: a refusal afterwards would cost the signature. */
export const phoneFault = ({ id, phone }: TypedHousehold): string | undefined =>
  id !== undefined || phone.trim() === '' ? undefined : phoneSchema.safeParse(phone).error?.issues[0]?.message

export const isNamed = (household: TypedHousehold) => {
  const { id, head, door, phone } = household
  const known = id !== undefined
  return known || (head.trim() !== '' && (door.trim() !== '' || phone.trim() !== '') && !phoneFault(household))
}

/** Whoever changes a household that was chosen writes down another one; a number with its middle hidden is none. */
export const edited = ({ id, ...typed }: TypedHousehold, change: Partial<TypedHousehold>): TypedHousehold => ({
  ...typed,
  ...(typed.phone.includes('*') && { phone: '' }),
  ...change,
})

/** As the server takes it. */
export const refOf = ({ id, head, door, phone }: TypedHousehold) =>
  id !== undefined ? { id } : { head: head.trim(), door: door.trim(), phone: phone.trim() || null }

type HouseholdFieldProps = {
  projectId: number
  value: TypedHousehold
  onChange: (value: TypedHousehold) => void
  /** At this place of a list: names the fields for findings and screen readers. */
  row?: number
}

/** Head, door and telephone; whoever is on the village's list already is offered while the name is typed. */
export const HouseholdField = ({ projectId, value, onChange, row }: HouseholdFieldProps) => {
  const id = useId()
  const [left, setLeft] = useState(false)
  const fault = left ? phoneFault(value) : undefined
  const words = useDeferredValue(value.head.trim())
  const found = useEndpoint(
    signatureApi.findHouseholds,
    { params: { id: projectId }, query: { words } },
    { enabled: words !== '' && value.id === undefined, keepPrevious: true },
  )
  const known = (words && value.id === undefined && found.data?.households) || []
  const edit = (change: Partial<TypedHousehold>) => onChange(edited(value, change))
  const choose = (key: string) => {
    const household = known.find(each => String(each.id) === key)
    if (household) onChange(chosen(household))
  }
  return (
    <div className="household-field" data-path={row === undefined ? 'household' : `households.${row}`}>
      <div>
        <label htmlFor={`${id}-head`}>户主姓名</label>
        <AutoComplete
          id={`${id}-head`}
          value={value.head}
          options={known.map(each => ({
            value: String(each.id),
            label: <Known household={each} />,
            disabled: each.signed !== null,
          }))}
          onSelect={choose}
          showSearch={{ onSearch: head => edit({ head }) }}
        />
      </div>
      <div>
        <label htmlFor={`${id}-door`}>门牌号（几组几号）</label>
        <Input id={`${id}-door`} value={value.door} maxLength={60} onChange={e => edit({ door: e.target.value })} />
      </div>
      <div>
        <label htmlFor={`${id}-phone`}>联系电话（选填）</label>
        <Input
          id={`${id}-phone`}
          value={value.phone}
          inputMode="tel"
          maxLength={20}
          {...(fault && { status: 'error' as const, 'aria-describedby': `${id}-fault` })}
          onChange={e => edit({ phone: e.target.value })}
          onBlur={() => setLeft(true)}
        />
        {fault && (
          <p id={`${id}-fault`} className="signing-fault" role="alert">
            {fault}
          </p>
        )}
      </div>
    </div>
  )
}

type Found = { id: number; head: string; door: string | null; phone: string | null; signed: Api.Way | null }

const chosen = ({ id, head, door, phone }: Found): TypedHousehold => ({
  id,
  head,
  door: door ?? '',
  phone: phone ?? '',
})

const Known = ({ household: { head, door, phone, signed } }: { household: Found }) => (
  <span>
    {head} <small>{[door, phone, signed && '已签名'].filter(Boolean).join(' · ')}</small>
  </span>
)
