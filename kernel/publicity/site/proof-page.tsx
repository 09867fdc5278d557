import { Facts, Paper, Table } from '#platform/ui/site/index.ts'
import type { Proof } from '../shared/notice-api.ts'

/** What stands behind “公示期间名单未改动”, so that anyone can compare it with a copy they kept. */
export const ProofPage = ({ proof }: { proof: Proof }) => (
  <Paper title="名单核验">
    <p>
      <b>{proof.statement}。</b>
    </p>
    <p>
      签发时，系统对标题、名单、受理方式和公示期限计算出一串校验码，并写入不可更改的操作记录。现在重新计算，两串
      {proof.intact ? '完全相同' : '不相同'}。您在公示第一天记下的校验码，可以在这里随时比对。
    </p>
    <Facts
      facts={[
        { term: '公示', value: <a href={`/notices/${proof.code}`}>{proof.title}</a> },
        { term: '签发时', value: <code>{proof.hash}</code> },
        { term: '现在', value: <code>{proof.recomputed}</code> },
        { term: '算法', value: 'SHA-256（规范化 JSON）' },
      ]}
    />
    <h2>办理经过</h2>
    <Table
      caption="这份公示从送审到现在的每一步"
      columns={[
        { title: '时间', value: entry => chineseTime(entry.at) },
        { title: '事项', value: entry => entry.what },
      ]}
      rows={proof.entries}
    />
  </Paper>
)

/** An instant as a Beijing clock shows it: 2026年1月4日 9:05 */
export const chineseTime = (instant: string): string => {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai')
  return `${at.year}年${at.month}月${at.day}日 ${at.hour}:${String(at.minute).padStart(2, '0')}`
}
