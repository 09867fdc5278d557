import { Button, Modal } from 'antd'
import type { SubmissionReport } from '../../shared/index.ts'
import type { Submission } from './findings.ts'
import type { ReportMerge } from './merge-report.ts'

type Props = { merge: ReportMerge; asks: Submission['asks']; onResolve: (report: SubmissionReport) => void }

/** Somebody else has changed the same places of the report; everything else of both is kept either way. */
export const ReportConflict = ({ merge, asks, onResolve }: Props) => (
  <Modal
    open
    closable={false}
    keyboard={false}
    mask={{ closable: false }}
    title="别人也改了这些内容，请选择保留哪一份"
    footer={
      <>
        <Button onClick={() => onResolve(merge.theirs)}>用对方的</Button>
        <Button type="primary" onClick={() => onResolve(merge.mine)}>
          用我的
        </Button>
      </>
    }
  >
    <ul>
      {merge.disputed.map(path => (
        <li key={path}>{labelOf(path, asks)}</li>
      ))}
    </ul>
    <p>其他内容两边都会保留。</p>
  </Modal>
)

const words: Record<string, string> = {
  signedBy: '主要负责同志签字',
  sealedOn: '盖章日期',
  promisedBy: '承诺补章日期',
  scan: '盖章扫描件',
  reportedOn: '报告日期',
  meeting: '研究会议',
  reasons: '情况说明',
}

const labelOf = (path: string, asks: Submission['asks']) => {
  const [part = '', key = ''] = path.split('.')
  if (part === 'sections') return key
  return asks.materials.find(material => material.key === key)?.name ?? words[part] ?? part
}
