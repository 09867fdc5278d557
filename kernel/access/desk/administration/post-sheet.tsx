import { Button } from 'antd'
import { useState } from 'react'
import type { UnitDetail, UnitPost } from '#kernel/units/shared/index.ts'
import { EmptyState, Sheet, StateTag, useAction, useEndpoint } from '#platform/ui/desk/index.ts'
import { editPost, type IssuedPassword, listUnitAccounts, type UnitAccount } from '../../shared/administration-api.ts'
import { isRole, type Role, roles } from '../../shared/roles.ts'
import { HolderLine } from './holder-line.tsx'
import { IssuedPasswordDialog } from './issued-password.tsx'
import { PostForm } from './post-form.tsx'
import './administration.css'

/** The posts of a unit with their first and second persons, and their accounts for the administrator. */
export const PostSheet = ({ unit }: { unit: UnitDetail }) => {
  const [adding, setAdding] = useState(false)
  const [issued, setIssued] = useState<IssuedPassword>()
  const accounts = useEndpoint(listUnitAccounts, { params: { id: unit.id } }, { enabled: unit.can.edit })
  return (
    <Sheet
      title="岗位与人员"
      extra={
        unit.can.edit &&
        unit.active && (
          <Button size="small" onClick={() => setAdding(true)}>
            新增岗位
          </Button>
        )
      }
    >
      {unit.posts.length === 0 && <EmptyState title="还没有岗位" hint="先设岗位、定角色，再安排A角、B角。" />}
      {unit.posts.map(post => (
        <PostBlock key={post.id} {...{ unit, post, onIssued: setIssued }} accounts={accounts.data?.accounts} />
      ))}
      {adding && <PostForm unitId={unit.id} onClose={() => setAdding(false)} />}
      {issued && <IssuedPasswordDialog issued={issued} onClose={() => setIssued(undefined)} />}
    </Sheet>
  )
}

type PostBlockProps = {
  unit: UnitDetail
  post: UnitPost
  accounts: UnitAccount[] | undefined
  onIssued: (issued: IssuedPassword) => void
}

const PostBlock = ({ unit, post, accounts, onIssued }: PostBlockProps) => {
  const [editing, setEditing] = useState(false)
  return (
    <section className="post">
      <div className="post-head">
        <h3>{post.title}</h3>
        {!post.active && <StateTag>已停用</StateTag>}
        {post.roles.map(role => (
          <StateTag key={role}>{isRole(role) ? roles[role] : role}</StateTag>
        ))}
        {unit.can.edit && (
          <span>
            <Button size="small" type="text" onClick={() => setEditing(true)}>
              修改
            </Button>
            <SwitchPost post={post} />
          </span>
        )}
      </div>
      <HolderLine unitName={unit.name} rank="A" {...{ post, accounts, onIssued }} />
      <HolderLine unitName={unit.name} rank="B" {...{ post, accounts, onIssued }} />
      {editing && <PostForm unitId={unit.id} post={post} onClose={() => setEditing(false)} />}
    </section>
  )
}

const SwitchPost = ({ post }: { post: UnitPost }) => {
  const change = useAction(editPost, { success: post.active ? '岗位已停用' : '岗位已恢复' })
  const body = { title: post.title, roles: post.roles as Role[], active: !post.active }
  return (
    <Button
      size="small"
      type="text"
      loading={change.running}
      onClick={() => change.run({ params: { id: post.id }, body })}
    >
      {post.active ? '停用' : '恢复'}
    </Button>
  )
}
