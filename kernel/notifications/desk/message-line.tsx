import { Link } from 'react-router'
import { dateWords, useAction } from '#platform/ui/desk/index.ts'
import { getBell, listMessages, type Message, markRead } from '../shared/api.ts'

/** One message; opening it marks it read and leads to where it is dealt with. */
export const MessageLine = ({ message, onOpen }: { message: Message; onOpen?: () => void }) => {
  const { run } = useAction(markRead, { changes: [getBell, listMessages], quiet: true })
  const open = () => {
    if (!message.read) run({ body: { ids: [message.id] } })
    onOpen?.()
  }
  return (
    <article className={message.read ? 'message' : 'message message-new'}>
      <Link to={message.link ?? '/messages'} onClick={open}>
        {message.subject}
      </Link>
      <p>{message.body}</p>
      <small className="num">{dateWords(message.at)}</small>
    </article>
  )
}
