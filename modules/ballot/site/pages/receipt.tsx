import { spacedCode } from '#platform/crypto/shared/index.ts'
import { Button, Facts, FormField, LinkButton, Paper } from '#platform/ui/site/index.ts'
import type { LoggedBallot } from '../../log/queries.ts'
import { shortHash } from '../frame.ts'

export type Found = LoggedBallot & { path: string[] }
type CheckProps = { typed: string; error: string | undefined; waits: boolean; found: Found | undefined }

/** Asks for a receipt's number and shows whether its ballot is in the log: never what was voted. */
export const ReceiptCheck = ({ typed, error, waits, found }: CheckProps) => (
  <Paper title="查验回执">
    <form class="ballot-lookup" method="get" action="/ballot/receipts">
      <FormField
        name="number"
        label="受理号"
        hint="20位，由数字和字母组成；大小写、空格、横线都不要紧。"
        required
        maxlength={60}
        autocomplete="off"
        value={typed}
        error={error}
      />
      <Button main>查验</Button>
    </form>
    {waits && <Waiting typed={typed} />}
    {found && <Outcome {...found} />}
  </Paper>
)

const Waiting = ({ typed }: { typed: string }) => (
  <>
    <h2>选票已经收到</h2>
    <p>记录正在签名，大约半分钟后就能查到证明。受理号请留好。</p>
    <div class="ballot-actions">
      <LinkButton href={`/ballot/receipts?number=${encodeURIComponent(typed)}`}>再查一次</LinkButton>
    </div>
  </>
)

const standing = (found: Found): { title: string; text: string } => {
  if (found.void)
    return { title: '选票已作废', text: `理由：${found.void.reason}。作废记录在第${found.void.index}项。` }
  if (found.supersededBy !== null)
    return {
      title: '选票在记录里，已被替代',
      text: `同一份凭证后来又投了一次（第${found.supersededBy}项），以那一次为准。如果不是您改的，请向主办单位和见证单位反映。`,
    }
  return { title: '选票在记录里，有效', text: '它会计入结果。投票期间不显示选了谁。' }
}

const Outcome = (found: Found) => {
  const { title, text } = standing(found)
  const facts = [
    { term: '评议', value: <a href={`/ballot/${found.slug}`}>{found.title}</a> },
    { term: '位置', value: `第${found.index}项` },
    { term: '收到时间', value: minuteWords(found.leaf.minute) },
    { term: '规则指纹', value: <code>{shortHash(found.fingerprint)}</code> },
  ]
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      <Facts facts={facts} />
      <details class="ballot-note">
        <summary>证明（可以复制保存，用核验器比对）</summary>
        <p class="why">这一项到树头的证明，共{found.path.length}步：</p>
        <pre tabindex={0}>{found.path.join('\n') || '（只有一项，不需要中间步骤）'}</pre>
        <pre tabindex={0}>{found.head}</pre>
      </details>
      <div class="ballot-actions">
        <LinkButton href={`/ballot/${found.slug}/record`}>投票记录和核验器</LinkButton>
      </div>
    </>
  )
}

const minuteWords = (minute: string) => {
  const at = Temporal.Instant.from(minute).toZonedDateTimeISO('Asia/Shanghai')
  return `${at.year}年${at.month}月${at.day}日 ${at.hour}:${String(at.minute).padStart(2, '0')}`
}

export const unknownReceipt = (code: string | undefined) =>
  code
    ? `没有查到${spacedCode(code)}。刚投的票要等一分钟左右；一直查不到的，请核对受理号。`
    : '受理号应为20位数字和字母，请核对后再查。'
