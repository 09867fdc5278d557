import { Button } from 'antd'
import { Answered, EmptyState, Page, Sheet, useAction, useEndpoint, useKeyset } from '#platform/ui/desk/index.ts'
import { getBell, listMessages, markRead } from '../shared/api.ts'
import { MessageLine } from './message-line.tsx'
import './messages.css'

/** 消息: everything this post was told, unread first. */
const MessagesPage = () => {
  const keyset = useKeyset()
  const list = useEndpoint(listMessages, { query: { ...(keyset.cursor && { after: keyset.cursor }) } })
  const { run, running } = useAction(markRead, { changes: [getBell, listMessages] })
  return (
    <Page
      title="消息"
      narrow
      actions={
        <Button loading={running} onClick={() => run({ body: {} })}>
          全部标为已读
        </Button>
      }
    >
      <Sheet>
        <Answered of={list}>
          {({ rows, next }) => (
            <>
              {rows.length === 0 && <EmptyState title="没有消息" hint="轮到本岗位办的事会通知到这里。" />}
              {rows.map(message => (
                <MessageLine key={message.id} message={message} />
              ))}
              {keyset.page > 1 && <Button onClick={keyset.previous}>上一页</Button>}
              {next && <Button onClick={() => keyset.next(next)}>下一页</Button>}
            </>
          )}
        </Answered>
      </Sheet>
    </Page>
  )
}

export default MessagesPage
