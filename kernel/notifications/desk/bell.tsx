import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useEndpoint } from '#platform/ui/desk/index.ts'
import { getBell } from '../shared/api.ts'
import { MessageLine } from './message-line.tsx'
import './messages.css'

const EVERY_MS = 60_000

/** What is new, at the top of every screen; asked again each minute. */
const Bell = () => {
  const [open, setOpen] = useState(false)
  const bell = useEndpoint(getBell, {}, { refreshMs: EVERY_MS })
  const { unread = 0, latest = [] } = bell.data ?? {}
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      title={unread > 0 ? `${unread}条未读消息` : '没有未读消息'}
      content={
        <div className="bell-list">
          {latest.map(message => (
            <MessageLine key={message.id} message={message} onOpen={() => setOpen(false)} />
          ))}
          <Link to="/messages" onClick={() => setOpen(false)}>
            全部消息
          </Link>
        </div>
      }
    >
      <Badge count={unread} size="small" offset={[-4, 5]}>
        <Button type="text" icon={<BellOutlined />} aria-label={`消息，${unread}条未读`} />
      </Badge>
    </Popover>
  )
}

export default Bell
