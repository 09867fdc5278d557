import { Button, Facts, FormField, Paper } from '#platform/ui/site/index.ts'
import type { SlipView } from '../slip.ts'

type SlipPageProps = {
  token: string
  slip: SlipView
  /** The matter the slip opens. */
  title: string
  sent?: boolean
  demoCode?: string
  error?: string
}

const purposes: Record<SlipView['purpose'], string> = { vet: '审查征求意见', review: '评审' }

/** Says whom the link is for and what for, then asks for the code: one thing at a time, in large type. */
export const SlipPage = ({ token, slip, title, sent, demoCode, error }: SlipPageProps) => (
  <Paper title={`${slip.holder}，您好`}>
    <p>
      请您办理：{purposes[slip.purpose]}——{title}
    </p>
    <Facts
      facts={[
        { term: '单位', value: slip.unitName },
        { term: '手机', value: slip.maskedPhone },
        { term: '有效期至', value: civilTime(slip.expiresAt) },
      ]}
    />
    {sent && <p role="status">验证码已发到{slip.maskedPhone}，5分钟内有效。</p>}
    {demoCode && <p role="status">演示环境不发短信，验证码是 {demoCode}。</p>}
    {slip.codePending ? <CodeForm token={token} error={error} /> : <AskForCode token={token} error={error} />}
    {slip.codePending && (
      <form method="post" action={`/slip/${token}/code`}>
        <Button>没有收到，重新获取</Button>
      </form>
    )}
    <p class="why">这个链接只供{slip.holder}本人使用，请不要转发。不是您本人的，请关闭页面并告知发送单位。</p>
  </Paper>
)

/** Past its day, taken back, or never issued: the same words, so that nobody learns which. */
export const SlipEnded = () => (
  <Paper title="这个链接已失效">
    <p>办理期限已过，或者发送单位已收回。仍需办理的，请向发送单位索取新的链接。</p>
  </Paper>
)

type FormProps = { token: string; error: string | undefined }

const AskForCode = ({ token, error }: FormProps) => (
  <form method="post" action={`/slip/${token}/code`}>
    {error && (
      <p class="error" role="alert">
        {error}
      </p>
    )}
    <Button main>获取验证码</Button>
  </form>
)

const CodeForm = ({ token, error }: FormProps) => (
  <form method="post" action={`/slip/${token}/open`} novalidate>
    <FormField
      name="code"
      label="验证码"
      hint="短信里的6位数字"
      required
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength={12}
      {...(error && { error })}
    />
    <Button main>进入办理</Button>
  </form>
)

/** “2026年6月1日18:00” */
const civilTime = (instant: string): string => {
  const { year, month, day, hour, minute } = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${year}年${month}月${day}日${hour}:${String(minute).padStart(2, '0')}`
}
