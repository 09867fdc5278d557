import { BoxedAction, Button, Facts, FormField, LinkButton, Paper } from '#platform/ui/site/index.ts'
import type { PublicState } from '../queries.ts'
import { longDate } from './form-page.tsx'

/** Shown once, after the form was taken. */
export const Received = ({ receipt, office }: { receipt: string; office: string }) => (
  <Paper title="已经收到">
    <p>您的推荐已送{office}。请记下回执号，凭它可以查看办理到哪一步。</p>
    <BoxedAction title={receipt} text="回执号只显示这一次，请抄下来或截图保存，不要转给别人。">
      <LinkButton href="/self-recommendations">查询办理情况</LinkButton>
    </BoxedAction>
  </Paper>
)

/** Before it opens, or when the day has passed. */
export const NotOpen = () => (
  <Paper title="现在不受理自荐和举荐">
    <p>网上自荐和举荐还没有开始，或者已经截止。</p>
    <p>
      已经提交过的，可以<a href="/self-recommendations">凭回执号查询</a>办理情况。
    </p>
  </Paper>
)

type LookupProps = { typed: string; error?: string; found?: PublicState }

/** Asks for a receipt number and shows where it stands: never who, never the words. */
export const Lookup = ({ typed, error, found }: LookupProps) => (
  <Paper title="查询自荐、举荐">
    <form method="post" action="/self-recommendations" novalidate>
      <FormField
        name="receipt"
        label="回执号"
        hint="12位，由数字和字母组成，大小写都可以。"
        required
        maxlength={20}
        autocomplete="off"
        value={typed}
        {...(error && { error })}
      />
      <Button main>查询</Button>
    </form>
    {found && (
      <>
        <h2>办理情况</h2>
        <Facts
          facts={[
            { term: '活动', value: found.campaignTitle },
            { term: '收到日期', value: longDate(civilDay(found.receivedAt)) },
            { term: '办理状态', value: found.state },
            ...(found.reason ? [{ term: '说明', value: found.reason }] : []),
          ]}
        />
      </>
    )}
  </Paper>
)

const civilDay = (instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
