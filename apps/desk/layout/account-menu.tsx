import { DownOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown, type MenuProps } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { signOut, switchPost } from '#kernel/access/shared/api.ts'
import { useAction } from '#platform/ui/desk/use-action.ts'

const ChangePassword = lazy(() => import('./change-password.tsx'))

/** Which post one works for, the password, the way out. */
export const AccountMenu = () => {
  const session = useSession()
  const [changing, setChanging] = useState(false)
  const leave = useLeave()
  const change = useChangePost()
  const posts: MenuProps['items'] = session.posts.map(({ id, title, unitName, rank }) => ({
    key: `post:${id}`,
    label: `${unitName} ${title}（${rank}角）`,
    disabled: id === session.post.id,
  }))
  const choose = (key: string) => {
    if (key === 'leave') leave()
    else if (key === 'password') setChanging(true)
    else change(Number(key.slice('post:'.length)))
  }
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { type: 'group', label: '岗位', children: posts },
            { type: 'divider' },
            { key: 'password', label: '修改密码' },
            { key: 'leave', label: '退出登录' },
          ],
          onClick: ({ key }) => choose(key),
        }}
      >
        <Button type="text" className="account-button">
          <span className="wide-only">{session.post.title} · </span>
          {session.account.name} <DownOutlined />
        </Button>
      </Dropdown>
      <Suspense>{changing && <ChangePassword onClose={() => setChanging(false)} />}</Suspense>
    </>
  )
}

/** Leaves nothing of this person behind in the window. */
const useLeave = () => {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const action = useAction(signOut, {
    changes: [],
    onDone: () => {
      navigate('/login', { replace: true })
      queries.clear()
    },
  })
  return () => action.run({})
}

const useChangePost = () => {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const action = useAction(switchPost, {
    success: '已切换岗位',
    changes: [],
    onDone: () => {
      navigate('/')
      queries.resetQueries()
    },
  })
  return (postId: number) => action.run({ body: { postId } })
}
