import { FormField } from '#platform/ui/site/index.ts'
import type { Election } from '../../election/load.ts'

/** Phone, code, and what must be known before: a lost credential is lost. Shown by the script. */
export const CredentialStep = ({ election }: { election: Election }) => (
  <section id="step-credential" class="ballot-step" aria-labelledby="credential-title" hidden>
    <h2 id="credential-title" tabindex={-1}>
      领取选票
    </h2>
    <LostWords />
    {election.rules.eligibility.census === 'required' && <p class="why">只有名册上的手机号码可以领取。</p>}
    <p id="wechat-first" hidden>
      这次评议一个微信号投一票，请先授权（只取得编号，不取得昵称和头像）。
      <button type="button" class="button" id="wechat">
        微信授权
      </button>
    </p>
    <form id="phone-form" novalidate>
      <FormField
        name="phone"
        label="手机号码"
        kind="tel"
        required
        hint="用来收验证码，一个号码领一张选票。"
        autocomplete="tel"
        inputmode="tel"
        maxlength={20}
      />
      <div id="challenge" hidden>
        <FormField
          name="answer"
          label="验证问题"
          required
          hint={<span id="question" />}
          autocomplete="off"
          maxlength={20}
        />
      </div>
      <button type="submit" class="button main" id="send">
        获取验证码
      </button>
    </form>
    <form id="code-form" novalidate hidden>
      <FormField
        name="code"
        label="验证码"
        required
        hint={<span id="code-hint">6位数字，在短信里。</span>}
        autocomplete="one-time-code"
        inputmode="numeric"
        maxlength={10}
      />
      <button type="submit" class="button main" id="admit">
        领取选票
      </button>{' '}
      <button type="button" class="button" id="again">
        换个号码或重新获取
      </button>
    </form>
  </section>
)

/** Said before anything is asked for. */
export const LostWords = () => (
  <p class="ballot-note-box">
    <b>领取前请知道：</b>
    选票凭证只存在这部手机的这个浏览器里，丢了不能补发。投完之前请不要清除浏览记录、换手机或用无痕窗口；中途离开可以再回来接着投。
  </p>
)
