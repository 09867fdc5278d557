import type { Child } from 'hono/jsx'
import { Button, ErrorSummary, FormSteps, Paper } from '#platform/ui/site/index.ts'
import type { Election } from '../../election/load.ts'
import type { ChoiceFlaw, Choices } from '../../shared/index.ts'
import { addressOf, longTime } from '../frame.ts'
import { orderWords, promise } from '../words.ts'
import { CredentialStep } from './credential-step.tsx'
import { BallotPaper } from './paper.tsx'
import { ReceiptStep } from './receipt-step.tsx'

type VoteProps = {
  election: Election
  seed: number
  choices: Choices
  flaws: ChoiceFlaw[]
  script: string
  wechatReady: boolean
}

const steps = ['领票', '选择', '核对', '回执']

/**
 * The voting page. With script its four steps are shown one at a time and the credential is made blind in the browser;
 * without it the paper below is an ordinary form, and the server leads through the rest (plain.tsx).
 */
export const VotePage = (props: VoteProps) => {
  const { election, flaws, script } = props
  return (
    <Paper title={election.rules.title}>
      <p class="why">
        {longTime(election.rules.closesAt)}截止。{promise} <a href={addressOf(election, '/about')}>了解更多</a>
      </p>
      <div
        id="vote"
        data-slug={election.slug}
        data-fingerprint={election.fingerprint!}
        data-changes={election.rules.changes}
        data-wechat={election.rules.eligibility.wechat && props.wechatReady ? 'yes' : 'no'}
      >
        <div id="steps" hidden>
          <FormSteps steps={steps} current={0} />
        </div>
        <p id="message" class="ballot-message" role="alert" tabindex={-1} hidden />
        <ErrorSummary errors={flaws.map(({ category, message }) => ({ name: category, message }))} />
        <PlainNote election={election} />
        <CredentialStep election={election} />
        <form id="step-choose" class="ballot-step" method="post" action={addressOf(election, '/vote')} novalidate>
          <input type="hidden" name="step" value="choose" />
          <p class="why">{orderWords(election.rules)}</p>
          <BallotPaper {...props} />
          <p id="saved" class="hint" hidden>
            选的内容随时存在这部手机里，中途离开再回来，还在这里。
          </p>
          <div class="ballot-actions">
            <button type="button" class="button" id="previous" hidden>
              上一类
            </button>
            <button type="button" class="button main" id="next" hidden>
              下一类
            </button>
            <Button main>核对选票</Button>
          </div>
        </form>
        <ReviewStep>请逐项核对。投出以后{changesWords(election)}</ReviewStep>
        <ReceiptStep election={election} />
      </div>
      <script src={script} defer />
    </Paper>
  )
}

export const changesWords = ({ rules: { changes } }: Election) =>
  changes === 0 ? '不能再改。' : `，截止前还可以改${changes}次，以最后一次为准。`

/** Seen where the script does not run or cannot do its work. */
const PlainNote = ({ election }: { election: Election }) => (
  <div id="plain-note" class="ballot-note-box">
    <p>
      <b>简易方式：</b>
      <span id="plain-why">您的浏览器没有打开脚本。</span>
      可以照样投票，但选票凭证只能由主办单位直接签发，投票期间技术上能和您的手机号码对上（截止时删除）。
      <a href={addressOf(election, '/about')}>两种方式的区别</a>
    </p>
  </div>
)

const ReviewStep = ({ children }: { children: Child }) => (
  <section id="step-review" class="ballot-step" aria-labelledby="review-title" hidden>
    <h2 id="review-title" tabindex={-1}>
      核对选票
    </h2>
    <p>{children}</p>
    <div id="review" />
    <div class="ballot-actions">
      <button type="button" class="button" id="back">
        返回修改
      </button>
      <button type="button" class="button main" id="cast">
        投出选票
      </button>
    </div>
  </section>
)
