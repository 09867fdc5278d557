import { Button, Input } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, Sheet, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { settingsApi } from '../../shared/index.ts'
import { Labelled } from '../labelled.tsx'

type Contacts = AnswerOf<typeof settingsApi.getSettings>

/** 联系方式: what the plan asks the organiser to fill in; `?edit=contacts` opens it for writing. */
export const CampaignContacts = ({ campaignId }: { campaignId: number }) => {
  const contacts = useEndpoint(settingsApi.getSettings, { params: { id: campaignId } })
  const [search, setSearch] = useSearchParams()
  const wanted = search.get('edit') === 'contacts'
  const open = (edit: boolean) =>
    setSearch(
      now => {
        if (edit) now.set('edit', 'contacts')
        else now.delete('edit')
        return now
      },
      { replace: true },
    )
  if (contacts.data?.settings.length === 0) return null
  const editing = wanted && contacts.data?.permissions.change === true
  return (
    <Sheet
      id="contacts"
      title="联系方式"
      extra={contacts.data?.permissions.change && !editing && <Button onClick={() => open(true)}>填写</Button>}
    >
      <Answered of={contacts}>
        {data =>
          editing ? (
            <ContactsForm campaignId={campaignId} contacts={data} onClose={() => open(false)} />
          ) : (
            <ContactsList contacts={data} />
          )
        }
      </Answered>
    </Sheet>
  )
}

const ContactsList = ({ contacts }: { contacts: Contacts }) => (
  <dl className="contacts num">
    {contacts.settings.map(({ key, name, required, value }) => (
      <div key={key}>
        <dt>{name}</dt>
        <dd className={required && !value ? 'contacts-left' : undefined}>
          {value || (required ? '还没有填写' : '（不填）')}
        </dd>
      </div>
    ))}
  </dl>
)

type FormProps = { campaignId: number; contacts: Contacts; onClose: () => void }

const ContactsForm = ({ campaignId, contacts, onClose }: FormProps) => {
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(() =>
    Object.fromEntries(contacts.settings.map(({ key, value }) => [key, value])),
  )
  const save = useAction(settingsApi.saveSettings, { success: '联系方式已保存', onDone: onClose, quiet: true })
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'center' })
    form.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [])
  const faultOf = (key: string) => save.problem?.findings?.find(({ path }) => path === `settings.${key}`)?.message
  return (
    <form
      ref={form}
      className="contacts-form"
      onSubmit={event => {
        event.preventDefault()
        save.run({ params: { id: campaignId }, body: { settings: values } })
      }}
    >
      <p>印在公示稿上，也写在给填报人的提示里。只用于这项推选。</p>
      {contacts.settings.map(({ key, name, required }) => (
        <div key={key}>
          <Labelled label={required ? `${name}（必填）` : name}>
            <Input
              value={values[key] ?? ''}
              onChange={({ target }) => setValues({ ...values, [key]: target.value })}
              {...(faultOf(key) && { status: 'error' as const, 'aria-invalid': true })}
            />
          </Labelled>
          {faultOf(key) && (
            <p className="contacts-left" role="alert">
              {faultOf(key)}
            </p>
          )}
        </div>
      ))}
      {save.problem && !save.problem.findings && <p role="alert">{save.problem.message}</p>}
      <div className="contacts-actions">
        <Button type="primary" htmlType="submit" loading={save.running}>
          保存
        </Button>
        <Button onClick={onClose}>取消</Button>
      </div>
    </form>
  )
}
