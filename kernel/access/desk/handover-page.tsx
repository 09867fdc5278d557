import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/desk/index.ts'
import type { Session } from '../shared/api.ts'
import { HandoverDialog } from './handover-form.tsx'
import { useSession } from './session.ts'

/** Hands over the post one works at; whoever holds several changes to the other one first. */
export const HandoverPage = () => {
  const session = useSession()
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const post = ownPost(session)
  // The post is gone, and with it the session: everything is asked for again, which leads to the login page.
  const leave = () => void queries.resetQueries()
  return (
    <Page title="工作移交" meta="换岗、休假、退休时，把岗位一次交给接手的人" narrow>
      <Sheet title={`${session.post.unit.name} · ${session.post.title}`}>
        <p>
          草稿、待办和经办的事项都属于岗位，不属于个人：移交后由接手人接着办，不用逐件转交。接手人须已有账号；没有的，请本单位管理员先开。
        </p>
        <Button type="primary" onClick={() => setOpen(true)}>
          移交这个岗位
        </Button>
      </Sheet>
      {open && <HandoverDialog post={post} onClose={() => setOpen(false)} onDone={leave} />}
    </Page>
  )
}

const ownPost = ({ post, posts, account }: Session) => ({
  id: post.id,
  title: post.title,
  unitName: post.unit.name,
  rank: posts.find(({ id }) => id === post.id)?.rank ?? ('A' as const),
  holder: account.name,
})
