import { BoxedAction, Button, Facts, FormField, LinkButton, Paper } from '#platform/ui/site/index.ts'
import type { ReceiptState } from '../objection-queries.ts'
import { chineseTime } from './proof-page.tsx'

/** Shown once, after the form was taken. */
export const ReceiptPage = ({ receipt, office }: { receipt: string; office: string }) => (
  <Paper title="已经收到">
    <p>您反映的情况已由{office}收到。请记下回执号，凭它可以查看办理到哪一步。</p>
    <BoxedAction title={receipt} text="回执号只显示这一次，请抄下来或截图保存，不要转给别人。">
      <LinkButton href="/receipts">查询回执</LinkButton>
    </BoxedAction>
  </Paper>
)

type LookupProps = { typed: string; error?: string; found?: ReceiptState }

/** Asks for a receipt number and shows where the matter stands: never who, never the words. */
export const ReceiptLookup = ({ typed, error, found }: LookupProps) => (
  <Paper title="查询回执">
    <form method="post" action="/receipts" novalidate>
      <FormField
        name="receipt"
        label="回执号"
        hint="12位，由数字和字母组成，大小写都可以。"
        required
        maxlength={20}
        autocomplete="off"
        value={typed}
        error={error}
      />
      <Button main>查询</Button>
    </form>
    {found && (
      <>
        <h2>办理情况</h2>
        <Facts
          facts={[
            { term: '反映的公示', value: found.noticeTitle },
            { term: '收到时间', value: chineseTime(found.receivedAt) },
            { term: '办理状态', value: found.state },
            {
              term: '答复',
              value: found.publicReply ?? (found.state === '已办结' ? '已办结，详情请向受理单位了解。' : '尚未办结'),
            },
          ]}
        />
      </>
    )}
  </Paper>
)
