import { Drawer } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Outlet, useLocation } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { useNarrow } from '#platform/ui/desk/narrow.ts'
import { PageLoading } from './page-loading.tsx'
import { ShortcutHelp, useShortcuts } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'
import { TaskShell } from './task-shell.tsx'
import { TopBar } from './top-bar.tsx'

const ChangePassword = lazy(() => import('./change-password.tsx'))

/** The desk of a post; for whoever came by a slip the one task it opens, and nothing around it. */
export const Shell = () => (useSession().task ? <TaskShell /> : <PostShell />)

/** The desk around every screen: navigation at the left, tools above, the screen itself. */
const PostShell = () => {
  const { demo, passwordInitial } = useSession()
  const narrow = useNarrow()
  const { pathname } = useLocation()
  const [menuOpen, setMenuOpen] = useState(false)
  const help = useShortcuts()
  useEffect(() => setMenuOpen(false), [pathname])
  return (
    <div className="desk">
      <a className="skip" href="#main">
        跳到正文
      </a>
      {!narrow && <Sidebar />}
      {narrow && (
        <Drawer open={menuOpen} onClose={() => setMenuOpen(false)} placement="left" size={264} title="导航">
          <Sidebar />
        </Drawer>
      )}
      <div className="desk-body">
        <TopBar onMenu={narrow ? () => setMenuOpen(true) : undefined} onHelp={help.show} />
        {demo && (
          <aside className="demo-banner" aria-label="演示">
            演示数据，非真实情况
          </aside>
        )}
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<PageLoading />}>
            {passwordInitial ? <ChangePassword first onClose={stay} /> : <Outlet />}
          </Suspense>
        </main>
      </div>
      <ShortcutHelp {...help} />
    </div>
  )
}

/** The changed session, asked for again, lets the page in. */
const stay = () => {}
