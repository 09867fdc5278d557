import { chineseDate } from '#kernel/calendar/shared/index.ts'
import type { Field } from '#kernel/forms/shared/index.ts'
import { CarriedFiles, EvidenceField } from '#kernel/publicity/site/index.tsx'
import { Button, ChoiceField, ErrorSummary, FormField, FormSteps, Paper } from '#platform/ui/site/index.ts'
import type { Opening } from '../opening.ts'
import { type FieldError, inputName, mostWords, stepOf, steps, type Typed } from '../typed.ts'

export type FormState = { opening: Opening; typed: Typed; step: number; errors: FieldError[] }
type StepProps = FormState & { errorAt: (name: string) => string | undefined }

/** 自荐或举荐 in three steps; what was typed in the others is carried along, and nothing needs script. */
export const SelfForm = (state: FormState) => {
  const { opening, step, errors } = state
  const errorAt = (name: string) => errors.find(error => error.name === name)?.message
  const Step = [Whom, Why, Sender][step]!
  const last = step === steps.length - 1
  return (
    <Paper title={opening.byOthers ? '自荐或举荐' : '自荐'}>
      <p>
        {opening.campaign.title}
        {opening.dueOn && `，${chineseDate(opening.dueOn)}截止`}。您填写的内容只有受理单位的经办人能看到。
      </p>
      <FormSteps steps={[...steps]} current={step} />
      <ErrorSummary errors={errors} />
      <form
        method="post"
        action={`/self-recommendations/${opening.campaign.slug}`}
        enctype="multipart/form-data"
        novalidate
      >
        <input type="hidden" name="step" value={String(step)} />
        <Carried {...state} />
        <Step {...state} errorAt={errorAt} />
        <Button main name="go" value={last ? 'send' : 'next'}>
          {last ? '提交' : '下一步'}
        </Button>
        {step > 0 && (
          <Button name="go" value="back">
            上一步
          </Button>
        )}
      </form>
      <p class="why">姓名和电话仅用于核实和回复，活动结束90天后删除。</p>
    </Paper>
  )
}

/** What the other steps hold, hidden. */
const Carried = ({ opening, typed, step }: FormState) => (
  <>
    <Hidden name="token" value={typed.token} />
    {step !== 0 && <Hidden name="byOther" value={typed.byOther ? 'yes' : 'no'} />}
    {step !== 0 && <Hidden name="category" value={typed.category} />}
    {step !== 0 && <Hidden name="submissionId" value={typed.submissionId} />}
    {opening.fields
      .filter(field => stepOf(field) !== step)
      .map(({ key }) => (
        <Hidden name={inputName(key)} value={typed.answers[key] ?? ''} />
      ))}
    {step !== 1 && <Hidden name="reason" value={typed.reason} />}
    {step !== 1 && <CarriedFiles sent={typed.sent} />}
    {step !== 2 && <Hidden name="senderName" value={typed.senderName} />}
    {step !== 2 && <Hidden name="phone" value={typed.phone} />}
  </>
)

const Hidden = (props: { name: string; value: string }) => <input type="hidden" {...props} />

const Whom = ({ opening, typed, errorAt, ...rest }: StepProps) => (
  <>
    {opening.byOthers && (
      <ChoiceField
        name="byOther"
        label="推荐谁"
        options={[
          { value: 'no', label: '推荐自己' },
          { value: 'yes', label: '推荐别人' },
        ]}
        chosen={[typed.byOther ? 'yes' : 'no']}
      />
    )}
    {opening.categories.length > 1 && (
      <ChoiceField
        name="category"
        label="推荐到哪一类"
        required
        options={opening.categories.map(({ key, name }) => ({ value: key, label: name }))}
        chosen={[typed.category]}
        error={errorAt('category')}
      />
    )}
    {opening.units.length > 0 && (
      <FormField
        name="submissionId"
        label="被推荐人在哪里"
        kind="select"
        required
        hint="由这里的推荐单位受理。"
        options={opening.units.map(({ submissionId, name }) => ({ value: String(submissionId), label: name }))}
        value={typed.submissionId}
        error={errorAt('submissionId')}
      />
    )}
    <PlanFields {...{ opening, typed, errorAt, ...rest }} />
  </>
)

const Why = (props: StepProps) => (
  <>
    <PlanFields {...props} />
    <FormField
      name="reason"
      label="推荐理由"
      kind="textarea"
      rows={6}
      required
      hint={`不超过${mostWords}字。写清做了什么、谁受益，据实填写。`}
      value={props.typed.reason}
      error={props.errorAt('reason')}
    />
    <EvidenceField label="证明材料" sent={props.typed.sent} error={props.errorAt('evidence')} />
  </>
)

const Sender = ({ typed, errorAt }: StepProps) => (
  <>
    {typed.byOther && (
      <FormField
        name="senderName"
        label="您的姓名"
        required
        autocomplete="name"
        maxlength={40}
        value={typed.senderName}
        error={errorAt('senderName')}
      />
    )}
    <FormField
      name="phone"
      label="您的联系电话"
      kind="tel"
      required
      hint="手机号，或者带区号的座机。"
      autocomplete="tel"
      inputmode="tel"
      maxlength={20}
      value={typed.phone}
      error={errorAt('phone')}
    />
  </>
)

const PlanFields = ({ opening, typed, step, errorAt }: StepProps) => (
  <>
    {opening.fields
      .filter(field => stepOf(field) === step)
      .map(field => (
        <PlanField field={field} value={typed.answers[field.key] ?? ''} error={errorAt(inputName(field.key))} />
      ))}
  </>
)

type PlanFieldProps = { field: Field; value: string; error: string | undefined }

/** A field of the plan's form as a plain question. */
const PlanField = ({ field, value, error }: PlanFieldProps) => {
  const { key, kind, label, hint, required } = field
  const name = inputName(key)
  if (kind === 'choice') {
    const options = field.options.map(option => ({ value: option, label: option }))
    return <ChoiceField {...{ name, label, hint, required, options, error }} chosen={[value]} />
  }
  const limit = kind === 'longText' && field.limit.max ? `不超过${field.limit.max}字。` : undefined
  return (
    <FormField
      {...{ name, label, required, value, error }}
      hint={hint ?? limit}
      kind={kind === 'longText' ? 'textarea' : kind === 'phone' ? 'tel' : 'text'}
      rows={8}
      maxlength={kind === 'longText' ? undefined : 200}
    />
  )
}
