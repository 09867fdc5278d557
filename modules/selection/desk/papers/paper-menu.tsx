import { DownloadOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { type PaperFormat, paperFormats } from '#kernel/documents/shared/index.ts'
import { Answered, useEndpoint } from '#platform/ui/desk/index.ts'
import { papersApi } from '../../shared/index.ts'
import './papers.css'

/** A paper that can be had as a file: its name, and its address for each kind of file. */
export type Paper = { key: string; name: string; address: (format: PaperFormat) => string }

type Props = { label: string; papers: Paper[]; beforeLeaving?: () => Promise<unknown>; type?: 'link' | 'default' }

/** What this server can make; asked once for all menus of a page. */
export const usePaperFormats = () => useEndpoint(papersApi.getPaperFormats, {}, { freshMs: 600_000 })

/** Papers to download as Word, PDF or Word 97-2003; what this server cannot make is said in the menu. */
export const PaperMenu = ({ label, papers, beforeLeaving, type = 'default' }: Props) => {
  const formats = usePaperFormats()
  const here = formats.data?.formats ?? ['docx']
  const item = ({ key, name, address }: Paper) => ({
    key,
    type: 'group' as const,
    label: name,
    children: (Object.keys(paperFormats) as PaperFormat[]).map(format => ({
      key: `${key}.${format}`,
      label: paperFormats[format],
      disabled: !here.includes(format),
      onClick: async () => {
        await beforeLeaving?.()
        window.location.assign(address(format))
      },
    })),
  })
  const missing = formats.data?.missing
  const items = [...papers.map(item), ...(missing ? [{ key: 'missing', label: missing, disabled: true }] : [])]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button icon={<DownloadOutlined />} type={type}>
        {label}
      </Button>
    </Dropdown>
  )
}

/** Papers one under another, each with its kinds of file: for pages where they are what is looked for. */
export const PaperList = ({ papers }: { papers: Paper[] }) => (
  <Answered of={usePaperFormats()} rows={2}>
    {({ formats, missing }) => (
      <>
        <ul className="paper-list">
          {papers.map(({ key, name, address }) => (
            <li key={key}>
              <span>{name}</span>
              <span className="paper-formats">
                {formats.map(format => (
                  <a key={format} href={address(format)} aria-label={`下载${name}，${paperFormats[format]}`}>
                    {paperFormats[format]}
                  </a>
                ))}
              </span>
            </li>
          ))}
        </ul>
        {missing && <p className="field-hint">{missing}</p>}
      </>
    )}
  </Answered>
)
