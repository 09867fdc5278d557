import { maskName } from '#kernel/forms/shared/index.ts'
import { FormField, LinkButton } from '#platform/ui/site/index.ts'
import type { Project } from '../../project/load.ts'
import { briefParagraph, briefSchema } from '../../shared/index.ts'
import type { LinkState } from '../../signatures/link.ts'

type Link = { head: string; phone: string | null; state: LinkState }
type SignPageProps = { project: Project; link: Link }

/** What is signed, for which household, and the field to sign in; the form is the script's, the paper everybody's. */
export const SignPage = ({ project, link }: SignPageProps) => (
  <div class="sign">
    <h1>微实事项目签名</h1>
    <Subject project={project} head={maskName(link.head)} />
    <p class="sign-note">
      签名表示本户知道并同意申报这个项目。不收任何费用，不会要求转账，也不会索要银行卡号或验证码。
    </p>
    <form id="sign" class="sign-form" autocomplete="off" novalidate hidden>
      <Proof hasPhone={link.phone !== null} />
      <fieldset class="field">
        <legend id="pad-label">请户主在框内签名</legend>
        <p class="hint sign-turn">手机横过来，签名框更宽。</p>
        <canvas id="pad" role="img" aria-labelledby="pad-label" />
        <button type="button" id="clear" class="button">
          清除重签
        </button>
      </fieldset>
      <p id="message" class="sign-message" role="alert" hidden />
      <button type="submit" class="button main" id="send">
        提交签名
      </button>
    </form>
    <p id="done" class="sign-done" role="status" tabindex={-1} hidden />
    <OnPaper />
  </div>
)

const Subject = ({ project, head }: { project: Project; head: string }) => {
  const brief = briefSchema.safeParse(project.brief)
  return (
    <dl class="facts">
      <Fact name="项目" value={project.title} />
      <Fact name="申报" value={`${project.districtName}${project.villageName}`} />
      <Fact name="牵头人" value={project.leadName} />
      {project.place && <Fact name="地点" value={project.place} />}
      {brief.success && <Fact name="项目简介" value={briefParagraph(brief.data, project.askedFen)} />}
      <Fact name="签名户" value={`${head}（户主）`} />
    </dl>
  )
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const Proof = ({ hasPhone }: { hasPhone: boolean }) => (
  <FormField
    name="proof"
    label={hasPhone ? '户主姓名，或者登记电话的后四位' : '户主姓名'}
    hint="用来确认是本户签名。连续填错5次，链接作废。"
    maxlength={50}
    autocomplete="off"
    required
  />
)

/** Signing on paper is as good, and the only way without script. */
const OnPaper = () => (
  <section class="sign-paper" id="on-paper">
    <h2>也可以在纸上签</h2>
    <p>
      不便在手机上签的，请在村（社区）工作人员或者牵头人带来的纸质签名表上签名，不会写字的可以按手印，效力相同。一户签一次。
    </p>
  </section>
)

/** A link that opens nothing any more says why, and where to go on. */
export const ClosedPage = ({ message }: { message: string }) => (
  <div class="plain-page">
    <h1>签名链接</h1>
    <p>{message}</p>
    <p>
      <LinkButton href="/micro">看看大家办的微实事</LinkButton>
    </p>
  </div>
)
