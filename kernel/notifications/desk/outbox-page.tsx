import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import {
  type DataColumn,
  DataTable,
  dateWords,
  Page,
  StateTag,
  type Tone,
  useEndpoint,
  useKeyset,
} from '#platform/ui/desk/index.ts'
import { listOutbox } from '../shared/api.ts'

type Row = AnswerOf<typeof listOutbox>['rows'][number]

/** 发件箱: what left by SMS and mail, or waits because no provider is connected. */
const OutboxPage = () => {
  const keyset = useKeyset()
  const after = keyset.cursor && { after: Number(keyset.cursor) }
  const list = useEndpoint(listOutbox, { query: { ...after } }, { keepPrevious: true })
  const missing = (['sms', 'mail'] as const).filter(channel => !list.data?.connected.includes(channel))
  return (
    <Page
      title="发件箱"
      meta={list.data && missing.length > 0 && `未接通：${missing.map(nameOf).join('、')}。消息留在这里，没有发出。`}
    >
      <DataTable<Row>
        name="notifications.outbox"
        columns={columns}
        rows={list.data?.rows}
        rowKey={row => String(row.id)}
        loading={list.isFetching}
        empty={{ title: '没有短信和邮件' }}
        paging={{ keyset, next: list.data?.next }}
      />
    </Page>
  )
}

const nameOf = (channel: 'sms' | 'mail') => (channel === 'sms' ? '短信' : '邮件')

const states: Record<Row['state'], { label: string; tone: Tone }> = {
  queued: { label: '待发', tone: 'near' },
  sent: { label: '已发', tone: 'done' },
  failed: { label: '未发出', tone: 'bad' },
}

const columns: DataColumn<Row>[] = [
  { key: 'at', title: '时间', width: 130, render: row => dateWords(row.at) },
  { key: 'channel', title: '方式', width: 80, render: row => nameOf(row.channel) },
  { key: 'address', title: '号码或地址', width: 160, render: row => row.address },
  { key: 'body', title: '内容', always: true, render: row => row.body },
  {
    key: 'state',
    title: '状态',
    width: 160,
    render: row => (
      <>
        <StateTag tone={states[row.state].tone}>{states[row.state].label}</StateTag> {row.error}
      </>
    ),
  },
]

export default OutboxPage
