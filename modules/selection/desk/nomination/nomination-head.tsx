import { FileWordOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { addressOf } from '#platform/http/shared/address.ts'
import { StateTag } from '#platform/ui/desk/index.ts'
import { documentsApi } from '../../shared/index.ts'
import { nominationWords } from '../words.ts'
import type { Nomination } from './editing.ts'
import { Neighbours } from './neighbours.tsx'

/** Where this nominee stands: list, category, state. */
export const NominationMeta = ({ nomination }: { nomination: Nomination }) => {
  const { words, tone } = nominationWords(nomination.state)
  return (
    <>
      <Link to={`/selection/submissions/${nomination.submissionId}`}>{nomination.unitName}</Link>
      {` · ${nomination.categoryName}`}
      {nomination.rank !== null && ` · 第${nomination.rank}位`} <StateTag tone={tone}>{words}</StateTag>
      {nomination.origin === 'automatic' && ' · 按规定自动列入'}
    </>
  )
}

export const NominationActions = ({
  nomination,
  beforeLeaving,
}: {
  nomination: Nomination
  beforeLeaving?: () => Promise<unknown>
}) => (
  <>
    <Neighbours submissionId={nomination.submissionId} id={nomination.id} />
    <Button
      icon={<FileWordOutlined />}
      onClick={async () => {
        await beforeLeaving?.()
        window.location.assign(addressOf(documentsApi.downloadForm.path, { id: nomination.id }))
      }}
    >
      下载推荐表
    </Button>
    <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
      打印
    </Button>
  </>
)
