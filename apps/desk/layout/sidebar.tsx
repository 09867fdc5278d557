import { NavLink } from 'react-router'
import { useSession } from '#kernel/access/desk/index.tsx'
import { type NavItem, navigationFor } from '../screens.ts'

/** Who I am here, and what this post can open. */
export const Sidebar = () => {
  const { account, post, permissions } = useSession()
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
        {navigationFor(permissions).map(({ group, items }) => (
          <div key={group ?? ''}>
            {group && <h2>{group}</h2>}
            <ul>
              {items.map(item => (
                <li key={item.path}>
                  <SidebarLink {...item} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
    </aside>
  )
}

const SidebarLink = ({ path, label, icon, useCount = useNoCount }: NavItem) => {
  const count = useCount()
  return (
    <NavLink to={path} end={path === '/'}>
      {icon}
      <span>{label}</span>
      {count ? (
        <b className="num">
          {count}
          <span className="unseen">件</span>
        </b>
      ) : null}
    </NavLink>
  )
}

const useNoCount = () => undefined
