import { Link } from 'react-router'
import { Sheet } from '#platform/ui/desk/index.ts'

type Props = { submissionId: number; fill: boolean; own: boolean }

/** Ways in for what was done on paper or in Word. */
export const IntakeLinks = ({ submissionId, fill, own }: Props) =>
  own ? (
    <Sheet title="从文件读入">
      {fill && (
        <p>
          已有填好的 Word 表：<Link to={`/selection/submissions/${submissionId}/intake`}>读入填好的表</Link>
          ，核对后存入名单，可一次读入多份。
        </p>
      )}
      <p>
        已盖章的纸质表：<Link to={`/selection/submissions/${submissionId}/scans`}>上传盖章页，查看还缺哪些章</Link>。
      </p>
    </Sheet>
  ) : null
