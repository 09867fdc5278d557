import { Button, ChoiceField, ErrorSummary, FormField, Paper } from '#platform/ui/site/index.ts'
import type { NoticeRow } from '../notice-row.ts'
import { EvidenceField } from './posted.tsx'
import type { Typed } from './read-form.ts'

export type FieldError = { name: string; message: string }
type ObjectionFormProps = { notice: NoticeRow; typed: Typed; errors: FieldError[] }

/** 反映情况: one page, works without script; what was typed and sent stays when something must be corrected. */
export const ObjectionForm = ({ notice, typed, errors }: ObjectionFormProps) => {
  const errorAt = (name: string) => errors.find(error => error.name === name)?.message
  const { office, phone } = notice.content.objection
  return (
    <Paper title="反映情况">
      <p>
        您反映的是《<a href={`/notices/${notice.code}`}>{notice.title}</a>》。您的姓名和原话只有{office}
        的受理人员能看到，不会转给被反映的单位和个人。
      </p>
      <ErrorSummary errors={errors} />
      <form method="post" action={`/notices/${notice.code}/object`} enctype="multipart/form-data" novalidate>
        <input type="hidden" name="token" value={typed.token} />
        <FormField
          name="itemKey"
          label="反映谁的情况"
          kind="select"
          hint="不选就是对整份名单有意见。"
          options={optionsOf(notice)}
          value={typed.itemKey}
          error={errorAt('itemKey')}
        />
        <FormField
          name="words"
          label="反映的情况"
          kind="textarea"
          rows={8}
          maxlength={5000}
          required
          hint="请写清时间、地点、经过，据实说明。不要写国家秘密。"
          value={typed.words}
          error={errorAt('words')}
        />
        <EvidenceField label="证据材料" sent={typed.sent} error={errorAt('evidence')} />
        <Sender typed={typed} errorAt={errorAt} />
        <Button main>提交</Button>
      </form>
      <p class="why">
        也可以来信、来电或来访：{office}
        {phone && `，电话${phone}`}。姓名和电话仅用于核实和回复，办结后按档案规定保管。
      </p>
    </Paper>
  )
}

const optionsOf = ({ content }: NoticeRow) =>
  content.sections.flatMap(({ items }) =>
    items.map(({ key, name, unit }) => ({ value: key, label: unit ? `${name}（${unit}）` : name })),
  )

type SenderProps = { typed: Typed; errorAt: (name: string) => string | undefined }

const Sender = ({ typed, errorAt }: SenderProps) => (
  <>
    <ChoiceField
      name="anonymous"
      label="怎样反映"
      hint="实名反映优先办理并回复本人。匿名反映须有具体线索，只能凭回执号查结果。"
      options={[
        { value: 'no', label: '实名反映' },
        { value: 'yes', label: '匿名反映' },
      ]}
      chosen={[typed.anonymous ? 'yes' : 'no']}
      error={errorAt('anonymous')}
    />
    <FormField
      name="name"
      label="您的姓名"
      hint="匿名反映的不用填。"
      required
      autocomplete="name"
      maxlength={40}
      value={typed.name}
      error={errorAt('name')}
    />
    <FormField
      name="phone"
      label="联系电话"
      kind="tel"
      hint="手机号或带区号的座机；匿名反映的不用填。"
      required
      autocomplete="tel"
      inputmode="tel"
      maxlength={20}
      value={typed.phone}
      error={errorAt('phone')}
    />
  </>
)

/** When the period is over, or not begun: says where to go instead. */
export const ObjectionClosed = ({ notice }: { notice: NoticeRow }) => (
  <Paper title="网上反映已经截止">
    <p>
      《{notice.title}》的公示期已满，网上不再受理。如仍有情况反映，请与{notice.content.objection.office}联系
      {notice.content.objection.phone && `，电话${notice.content.objection.phone}`}。
    </p>
    <p>
      已经反映过的，可以<a href="/receipts">凭回执号查询</a>办理情况。
    </p>
  </Paper>
)
