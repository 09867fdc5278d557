import { Facts, LinkButton, Pagination, Paper, Table } from '#platform/ui/site/index.ts'
import { type Election, phaseOf } from '../../election/load.ts'
import type { Head } from '../../log/queries.ts'
import { addressOf, longTime, shortHash } from '../frame.ts'

export type RecordProps = {
  election: Election
  heads: Head[]
  next: number | null
  verifierHash: string
  witnesses: string[]
  /** WeChat's browser downloads nothing. */
  inWechat: boolean
}

/** The public record: heads, witnesses, the file, and how anyone checks it. */
export const RecordPage = (props: RecordProps) => {
  const { election, heads } = props
  return (
    <Paper title="投票记录">
      <p>
        每一张选票都按先后记在这里，只能增加，不能改动。下面的“树头”是主办单位对到那时为止全部记录的签名；只要有人留着一个，以后改动任何一张选票都会被发现。
      </p>
      <Facts
        facts={[
          { term: '规则指纹', value: <code>{election.fingerprint}</code> },
          { term: '最新', value: heads[0] ? `${heads[0].size}项，签于${longTime(heads[0].time)}` : '还没有' },
          { term: '见证单位', value: props.witnesses.join('、') || '没有设' },
        ]}
      />
      <h2>下载和核验</h2>
      <ol class="ballot-points">
        <li>
          <a href={`/api/ballot/elections/${election.slug}/record`} download>
            下载投票记录
          </a>
          （{stageWords(election)}）
        </li>
        <li>
          <a href="/ballot/verifier.html" download>
            下载核验器
          </a>
          （一个网页文件，断网可用。校验码 SHA-256：<code>{props.verifierHash}</code>）
        </li>
        <li>断开网络，用浏览器打开核验器，把记录拖进去。还可以放入您的回执、以前下载的记录。</li>
        <li>
          核验完后，把它显示的规则指纹、最后的树头，与公示上印的、见证单位收到的比一比。会用命令行的，也可以用另一个独立的核验器：
          <code>shishi verify ballot 文件名</code>
        </li>
      </ol>
      {props.inWechat && (
        <p class="ballot-note-box">
          微信里不能下载文件：请点右上角“…”，选“在浏览器打开”，或者复制本页网址到浏览器打开。
        </p>
      )}
      <HeadTable {...props} />
      <div class="ballot-actions">
        <LinkButton href={addressOf(election, '/about')}>这些能保证什么</LinkButton>
        <LinkButton href="/ballot/receipts">查验回执</LinkButton>
      </div>
    </Paper>
  )
}

const stageWords = (election: Election) =>
  phaseOf(election) === 'published' ? '包含全部选票的内容和结果' : '截止前选票内容不公开，可以查有没有增删改动'

const HeadTable = ({ election, heads, next }: RecordProps) => (
  <>
    <h2>树头</h2>
    <Table
      caption="从新到旧"
      columns={[
        { title: '时间', value: head => longTime(head.time) },
        { title: '项数', value: head => String(head.size) },
        { title: '校验码', value: head => <code>{shortHash(head.root)}</code> },
        { title: '已送见证', value: head => sentTo(head) || '—' },
      ]}
      rows={heads}
    />
    <Pagination next={next ? addressOf(election, `/record?before=${next}`) : undefined} />
    {heads[0] && (
      <details class="ballot-note">
        <summary>最新树头的全文（可以复制保存）</summary>
        <pre tabindex={0}>{heads[0].note}</pre>
      </details>
    )}
  </>
)

const sentTo = ({ witnesses }: Head) =>
  witnesses
    .filter(({ sentAt }) => sentAt !== null)
    .map(({ name }) => name)
    .join('、')
