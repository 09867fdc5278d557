import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { signOut } from '#kernel/access/shared/api.ts'
import { useAction } from '#platform/ui/desk/use-action.ts'
import { Connection } from './connection.tsx'
import { PageLoading } from './page-loading.tsx'

/** Around the one task that a slip opens: who it is for, the way out. Every other address leads back to the task. */
export const TaskShell = () => {
  const { account, post, demo, task } = useSession()
  const { pathname } = useLocation()
  const [left, setLeft] = useState(false)
  if (left) return <Farewell />
  if (!task) return null
  if (pathname !== task.path && !pathname.startsWith(`${task.path}/`)) return <Navigate to={task.path} replace />
  return (
    <div className="desk">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <div className="desk-body">
        <header className="top-bar">
          <span>
            {account.name}
            <span className="wide-only"> · {post.unit.name}</span>
          </span>
          <Connection />
          <div className="top-bar-tools">
            <Leave onLeft={() => setLeft(true)} />
          </div>
        </header>
        {demo && (
          <aside className="demo-banner" aria-label="演示">
            演示数据，非真实情况
          </aside>
        )}
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<PageLoading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  )
}

/** Ends what the code opened, and leaves nothing of it in the window. */
const Leave = ({ onLeft }: { onLeft: () => void }) => {
  const queries = useQueryClient()
  const leave = useAction(signOut, {
    changes: [],
    onDone: () => {
      onLeft()
      queries.removeQueries({ predicate: ({ queryKey }) => !String(queryKey[0]).includes('/api/access/session') })
    },
  })
  return (
    <Button type="text" loading={leave.running} onClick={() => leave.run({})}>
      退出
    </Button>
  )
}

const Farewell = () => (
  <main className="page page-narrow">
    <h1>已退出</h1>
    <p role="status">还要办理的，请重新打开短信里的链接，获取新的验证码。</p>
  </main>
)
