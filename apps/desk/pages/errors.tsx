import { Button } from 'antd'
import { Link, useRouteError } from 'react-router'
import { EmptyState } from '#platform/ui/desk/empty-state.tsx'
import { Page } from '#platform/ui/desk/page.tsx'

/** An address that leads nowhere. */
export const NotFound = () => (
  <Page title="没有这个页面">
    <EmptyState title="地址可能已变更，或者您所在的岗位看不到它" action={<Link to="/">回到首页</Link>} />
  </Page>
)

/** A fault in a screen: the rest of the desk goes on; what is saved is on the server. */
export const Crash = () => {
  const error = useRouteError()
  const stale = isStaleBuild(error)
  return (
    <Page title={stale ? '系统刚刚更新' : '这个页面出错了'}>
      <EmptyState
        title={stale ? '刷新一下就好' : '已保存的内容不受影响'}
        hint={stale ? '页面是更新前打开的，有些部分已经换了。' : '请重新打开；仍然出错，请把下面这行告诉管理员。'}
        action={
          <Button type="primary" onClick={() => window.location.reload()}>
            重新打开
          </Button>
        }
      />
      {!stale && <pre className="crash">{error instanceof Error ? error.message : String(error)}</pre>}
    </Page>
  )
}

/** After an upgrade an open window asks for files of the former build. */
const isStaleBuild = (error: unknown) =>
  error instanceof Error && /dynamically imported module|module script failed/i.test(error.message)
