import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { copyText } from '#platform/ui/desk/index.ts'
import { type Urging, urgeText } from './urge-words.ts'

/** Text for a WeChat group; made anew when the units change, until someone edits it. */
export const UrgeText = ({ urging }: { urging: Urging }) => {
  const [edited, setEdited] = useState<string>()
  const { message } = App.useApp()
  const text = edited ?? urgeText(urging)
  const copy = async () =>
    (await copyText(text))
      ? message.success('已复制，可粘贴到微信群')
      : message.warning('没有复制成功，请全选文字后按 Ctrl+C')
  return (
    <>
      <Input.TextArea
        aria-label="催报文字"
        value={text}
        autoSize={{ minRows: 6, maxRows: 14 }}
        onChange={({ target }) => setEdited(target.value)}
      />
      <p className="urge-acts">
        <Button type="primary" onClick={copy}>
          复制文字
        </Button>
        {edited !== undefined && <Button onClick={() => setEdited(undefined)}>恢复原文</Button>}
        <span>只有单位名称和数量，不含推荐对象。</span>
      </p>
    </>
  )
}
