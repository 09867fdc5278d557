import { Link, useLocation } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { type NavItem, navigationFor } from '../screens.ts'

/** Who I am here, and what this post can open. */
export const Sidebar = () => {
  const { account, post, permissions } = useSession()
  const groups = navigationFor(permissions)
  const here = useCurrent(groups.flatMap(({ items }) => items))
  return (
    <aside className="sidebar">
      <div className="me">
        <span className="seal" aria-hidden="true">
          实事
        </span>
        <div>
          <b>{account.name}</b>
          <small>{post.title}</small>
          <small>{post.unit.name}</small>
        </div>
      </div>
      <nav aria-label="主导航">
        {groups.map(({ group, items }) => (
          <div key={group ?? ''}>
            {group && <h2>{group}</h2>}
            <ul>
              {items.map(item => (
                <li key={item.path}>
                  <SidebarLink {...item} current={item === here} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </aside>
  )
}

/** The link whose address the page stands below; of 推选 and 推选方案, the nearer one. */
const useCurrent = (items: NavItem[]): NavItem | undefined => {
  const { pathname } = useLocation()
  const above = items.filter(({ path }) => path === pathname || pathname.startsWith(path === '/' ? '//' : `${path}/`))
  return above.sort((a, b) => b.path.length - a.path.length)[0]
}

const SidebarLink = ({ path, label, icon, current, useCount = useNoCount }: NavItem & { current: boolean }) => {
  const count = useCount()
  return (
    <Link to={path} {...(current && { className: 'active', 'aria-current': 'page' })}>
      {/* Ant Design names its icons in English, which nobody should hear. */}
      <span aria-hidden="true">{icon}</span>
      <span>{label}</span>
      {count ? (
        <b className="num">
          {count}
          <span className="unseen">件</span>
        </b>
      ) : null}
    </Link>
  )
}

const useNoCount = () => undefined
