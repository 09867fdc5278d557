import type { Child } from 'hono/jsx'
import { spacedCode } from '#platform/crypto/shared/index.ts'
import { Button, ErrorSummary, Facts, FormField, LinkButton, Paper } from '#platform/ui/site/index.ts'
import type { Election } from '../../election/load.ts'
import type { Challenge } from '../../identity/challenge.ts'
import type { Choices, Receipt } from '../../shared/index.ts'
import { addressOf, longTime } from '../frame.ts'
import { LostWords } from './credential-step.tsx'
import type { Posted } from './read.ts'
import { changesWords } from './vote-page.tsx'

type StepProps = { election: Election; posted: Posted }
type Wrong = { error?: string | undefined }

const Hidden = (props: { name: string; value: string }) => <input type="hidden" {...props} />

type FrameProps = StepProps & {
  step: string
  title: string /** Words of the main button. */
  main: string
  again?: boolean
  carried?: Record<string, string>
  children?: Child
}

/** One page of the vote without script: what was chosen and typed before goes along, hidden. */
const Step = ({ election, posted, step, title, main, again, carried = {}, children }: FrameProps) => (
  <Paper title={title}>
    <form method="post" action={addressOf(election, '/vote')} novalidate>
      <Hidden name="step" value={step} />
      {election.rules.categories.map(({ key }, at) =>
        (posted.choices[at] ?? []).map(no => <Hidden name={`c-${key}`} value={String(no)} />),
      )}
      {Object.entries(carried).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      {children}
      <div class="ballot-actions">
        <Button main>{main}</Button>
        {again && (
          <Button name="go" value="again">
            重新获取
          </Button>
        )}
        <Button name="go" value="back">
          返回修改选票
        </Button>
      </div>
    </form>
  </Paper>
)

export const PlainReview = (props: StepProps) => (
  <Step {...props} step="review" title="核对选票" main="去验证手机">
    <p>请逐项核对。投出以后{changesWords({ ...props.election, rules: { ...props.election.rules, changes: 0 } })}</p>
    <Chosen election={props.election} choices={props.posted.choices} />
  </Step>
)

/** What was chosen, by category; a blank one is said to be blank. */
const Chosen = ({ election, choices }: { election: Election; choices: Choices }) => (
  <>
    {election.rules.categories.map(({ name, candidates }, at) => (
      <>
        <h2>
          {name}（{choices[at]!.length}名）
        </h2>
        <p>
          {candidates
            .filter(({ no }) => choices[at]!.includes(no))
            .map(candidate => candidate.name)
            .join('、') || '没有选（弃选）'}
        </p>
      </>
    ))}
  </>
)

export const PlainPhone = ({
  challenge,
  error,
  ...props
}: StepProps & Wrong & { challenge?: Challenge | undefined }) => (
  <Step
    {...props}
    step="phone"
    title="验证手机"
    main="获取验证码"
    carried={challenge ? { challenge: challenge.token } : {}}
  >
    <ErrorSummary errors={error ? [{ name: challenge ? 'answer' : 'phone', message: error }] : []} />
    <LostWords />
    <p>
      简易方式：凭证由主办单位直接签发，投票期间技术上能和您的手机号码对上，截止时删除。
      <a href={addressOf(props.election, '/about')}>两种方式的区别</a>
    </p>
    <FormField
      name="phone"
      label="手机号码"
      kind="tel"
      required
      hint="用来收验证码，一个号码领一张选票。"
      autocomplete="tel"
      inputmode="tel"
      maxlength={20}
      value={props.posted.phone}
      error={challenge ? undefined : error}
    />
    {challenge && (
      <FormField name="answer" label={challenge.question} required autocomplete="off" maxlength={20} error={error} />
    )}
  </Step>
)

export const PlainCode = ({ error, ...props }: StepProps & Wrong) => (
  <Step {...props} step="code" title="填写验证码" main="下一步" again carried={{ phone: props.posted.phone }}>
    <ErrorSummary errors={error ? [{ name: 'code', message: error }] : []} />
    <FormField
      name="code"
      label="验证码"
      required
      hint={`6位数字，已发到${props.posted.phone}。没有收到的，1分钟后可以重新获取。`}
      autocomplete="one-time-code"
      inputmode="numeric"
      maxlength={10}
      error={error}
    />
  </Step>
)

type CastProps = StepProps & { carried: Record<string, string>; groupName: string }

/** Nothing is issued before this button; pressed twice it is the same ballot. */
export const PlainCast = ({ groupName, ...props }: CastProps) => (
  <Step {...props} step="cast" title="投出选票" main="投出选票">
    <p>验证完毕，您在“{groupName}”一组。按下面的按钮投出选票；没有反应的，可以再按一次，不会重复计票。</p>
    <Chosen election={props.election} choices={props.posted.choices} />
  </Step>
)

export const PlainReceipt = ({ election, receipt }: { election: Election; receipt: Receipt }) => (
  <Paper title="已经投出">
    <p>请抄下受理号，或者截图、打印。凭它随时可以查到您的选票在记录里。受理号不要给别人。</p>
    <p class="ballot-number num">{spacedCode(receipt.number)}</p>
    <img
      class="ballot-qr"
      src={`/ballot/receipts/qr.png?number=${receipt.number}`}
      alt="二维码，扫描后查验这张回执"
      width={148}
      height={148}
    />
    <Facts
      facts={[
        { term: '评议', value: election.rules.title },
        { term: '收到时间', value: longTime(receipt.leaf.minute) },
      ]}
    />
    <details class="ballot-note">
      <summary>主办单位签名的承诺（回执全文，可以复制保存）</summary>
      <pre tabindex={0}>{JSON.stringify(receipt)}</pre>
    </details>
    <div class="ballot-actions">
      <LinkButton href={`/ballot/receipts?number=${receipt.number}`} main>
        查验回执
      </LinkButton>
    </div>
  </Paper>
)
