import { Button, Space } from 'antd'
import { type PaperFormat, paperFormats } from '#kernel/documents/shared/index.ts'
import { usePaperFormats } from './paper-menu.tsx'

type Props = { busy: boolean; onChoose: (format: PaperFormat) => void }

/** One button for each kind of file that this server makes. */
export const FormatChoice = ({ busy, onChoose }: Props) => {
  const formats = usePaperFormats()
  return (
    <Space size={8} wrap>
      {(formats.data?.formats ?? ['docx' as const]).map(format => (
        <Button key={format} size="small" disabled={busy} onClick={() => onChoose(format)}>
          {paperFormats[format]}
        </Button>
      ))}
    </Space>
  )
}
