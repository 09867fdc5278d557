import { BoxedAction, Button, Facts, FormField, LinkButton, Paper } from '#platform/ui/site/index.ts'

type ReceiptPageProps = {
  receipt: string
  /** Who has it now. */
  taken: string
  /** Where the receipt is looked up. */
  lookup: { href: string; label: string }
}

/** Shown once, after a public form was taken. */
export const ReceiptPage = ({ receipt, taken, lookup }: ReceiptPageProps) => (
  <Paper title="已经收到">
    <p>{taken}请记下回执号，凭它可以查看办理到哪一步。</p>
    <BoxedAction title={receipt} text="回执号只显示这一次，请抄下来或截图保存，不要转给别人。">
      <LinkButton href={lookup.href}>{lookup.label}</LinkButton>
    </BoxedAction>
  </Paper>
)

type LookupProps = {
  title: string
  /** Where the number is sent. */
  action: string
  typed: string
  error?: string | undefined
  /** Where the matter stands: never who, never the words. */
  found?: { term: string; value: string }[] | undefined
}

/** Asks for a receipt number and shows where the matter stands. */
export const ReceiptLookup = ({ title, action, typed, error, found }: LookupProps) => (
  <Paper title={title}>
    <form method="post" action={action} novalidate>
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
        <Facts facts={found} />
      </>
    )}
  </Paper>
)
