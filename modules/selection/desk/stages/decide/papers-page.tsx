import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { addressOf } from '#platform/http/shared/address.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { Answered, EmptyState, Page, Sheet, useEndpoint } from '#platform/ui/desk/index.ts'
import { decideApi, papersApi } from '../../../shared/index.ts'
import { PaperMenu } from '../../papers/paper-menu.tsx'
import { ChecksPaper } from './papers/checks.tsx'
import { DeedsPaper } from './papers/deeds.tsx'
import { ListPaper } from './papers/list.tsx'
import { RequestPaper } from './papers/request.tsx'
import './papers/papers.css'

export type Papers = AnswerOf<typeof decideApi.getPapers>

const kinds = {
  request: { title: '请示（代拟稿）', paper: 'A4 portrait', Paper: RequestPaper },
  list: { title: '大字名单', paper: 'A3 landscape', Paper: ListPaper },
  deeds: { title: '一人一页事迹', paper: 'A4 portrait', Paper: DeedsPaper },
  checks: { title: '征求意见、公示和异议情况', paper: 'A4 portrait', Paper: ChecksPaper },
} as const

/** One of the meeting's papers as it will be printed; the page says its own size to the printer. */
const PapersPage = () => {
  const { id, stage, part } = useParams()
  const kind = kinds[part as keyof typeof kinds] ?? kinds.request
  const papers = useEndpoint(decideApi.getPapers, { params: { id: Number(id), stage: stage! } })
  const { Paper } = kind
  const address = (format: string) =>
    addressOf(papersApi.downloadMeetingPaper.path, { id, stage, part: part ?? 'request', format })
  return (
    <Page
      title={kind.title}
      meta={<Link to={`/selection/campaigns/${id}/stages/${stage}`}>返回审定</Link>}
      actions={
        <>
          <PaperMenu label="下载" papers={[{ key: part ?? 'request', name: kind.title, address }]} />
          <Button type="primary" onClick={() => window.print()}>
            打印（{kind.paper.startsWith('A3') ? 'A3 横向' : 'A4'}）
          </Button>
        </>
      }
    >
      <style>{`@page { size: ${kind.paper}; margin: 18mm 16mm; }`}</style>
      <Answered of={papers}>
        {data => (data.sections.some(({ names }) => names.length > 0) ? <Paper papers={data} /> : <NobodyYet />)}
      </Answered>
    </Page>
  )
}

const NobodyYet = () => (
  <Sheet>
    <EmptyState title="还没有提请审定的名单" hint="上一环节结束后，通过的对象进入本环节，这里就有会议材料。" />
  </Sheet>
)

export default PapersPage
