import { Link } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { EmptyState } from '#platform/ui/desk/empty-state.tsx'
import { Page } from '#platform/ui/desk/page.tsx'
import { Sheet } from '#platform/ui/desk/sheet.tsx'
import { navigationFor } from '../screens.ts'

/** The first page until a room offers its own: what this post can open. */
export const Start = () => {
  const { account, post, permissions } = useSession()
  const groups = navigationFor(permissions)
  return (
    <Page title={`${account.name}，您好`} meta={`${post.unit.name} · ${post.title}`}>
      {groups.length === 0 && (
        <EmptyState title="这个岗位还没有可以打开的事项" hint="请联系本单位管理员，为岗位加上角色。" />
      )}
      {groups.map(({ group, items }) => (
        <Sheet key={group ?? ''} title={group}>
          <ul className="start-links">
            {items.map(({ path, label, icon }) => (
              <li key={path}>
                {icon} <Link to={path}>{label}</Link>
              </li>
            ))}
          </ul>
        </Sheet>
      ))}
    </Page>
  )
}
