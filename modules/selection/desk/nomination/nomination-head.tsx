import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { addressOf } from '#platform/http/shared/address.ts'
import { StateTag } from '#platform/ui/desk/index.ts'
import { type NomineePaper, nomineePapers } from '../../papers/shared/index.ts'
import { papersApi } from '../../shared/index.ts'
import { PaperMenu } from '../papers/paper-menu.tsx'
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
    <PaperMenu label="下载" papers={papersOf(nomination.id)} {...(beforeLeaving && { beforeLeaving })} />
    <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
      打印
    </Button>
  </>
)

const papersOf = (id: number) =>
  (Object.keys(nomineePapers) as NomineePaper[]).map(paper => ({
    key: paper,
    name: nomineePapers[paper],
    address: (format: string) => addressOf(papersApi.downloadNomineePaper.path, { id, paper, format }),
  }))
