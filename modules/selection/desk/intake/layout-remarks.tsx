import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { addressOf } from '#platform/http/shared/address.ts'
import { Sheet } from '#platform/ui/desk/index.ts'
import type { LayoutRemark } from '../../intake/shared/api.ts'
import { intakeApi } from '../../shared/index.ts'

const FEW = 6

type Props = { submissionId: number; file: string; remarks: LayoutRemark[] }

/** What the file's layout has otherwise than the plan wants, and a copy where it is set right. */
export const LayoutRemarks = ({ submissionId, file, remarks }: Props) => {
  const [all, setAll] = useState(false)
  const shown = all ? remarks : remarks.slice(0, FEW)
  const corrected = addressOf(intakeApi.downloadCorrectedForm.path, { id: submissionId, key: file })
  return (
    <Sheet title="版式检查" extra={`${remarks.length}处与要求不同，不影响存入`}>
      <ul className="intake-remarks">
        {shown.map((remark, index) => (
          <li key={`${remark.code}${remark.paragraph ?? ''}${index}`}>{remark.message}</li>
        ))}
      </ul>
      {remarks.length > FEW && (
        <Button type="link" onClick={() => setAll(!all)}>
          {all ? '收起' : `全部${remarks.length}处`}
        </Button>
      )}
      {remarks.some(({ correctable }) => correctable) && (
        <Button icon={<DownloadOutlined />} href={corrected}>
          下载改好版式的副本（文字不动）
        </Button>
      )}
    </Sheet>
  )
}
