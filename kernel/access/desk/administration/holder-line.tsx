import { DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { UnitPost } from '#kernel/units/shared/index.ts'
import { StateTag, useAction } from '#platform/ui/desk/index.ts'
import {
  type IssuedPassword,
  resetPassword,
  setAccountActive,
  type UnitAccount,
  vacatePost,
} from '../../shared/administration-api.ts'
import { HandoverDialog } from '../handover-form.tsx'
import { AddHolder, EditPerson } from './holder-form.tsx'

type HolderLineProps = {
  unitName: string
  post: UnitPost
  rank: 'A' | 'B'
  accounts: UnitAccount[] | undefined
  onIssued: (issued: IssuedPassword) => void
}

/** The first or the second person of a post, or the vacant place. */
export const HolderLine = ({ post, rank, accounts, onIssued, unitName }: HolderLineProps) => {
  const [adding, setAdding] = useState(false)
  const holder = post.holders.find(other => other.rank === rank)
  const account = accounts?.find(({ personId }) => personId === holder?.personId)
  return (
    <div className="holder">
      <span className="holder-rank">{rank}角</span>
      <b>{holder?.name ?? '空缺'}</b>
      {holder?.phone && <span className="num">{holder.phone}</span>}
      {account && <AccountState account={account} />}
      {accounts && holder && <HolderMenu {...{ unitName, post, holder, account, onIssued }} />}
      {accounts && !holder && post.active && (
        <Button size="small" onClick={() => setAdding(true)}>
          新增人员
        </Button>
      )}
      {adding && (
        <AddHolder
          post={post}
          rank={rank}
          onClose={() => setAdding(false)}
          onIssued={issued => {
            setAdding(false)
            onIssued(issued)
          }}
        />
      )}
    </div>
  )
}

const AccountState = ({ account }: { account: UnitAccount }) => (
  <span>
    账号 {account.login} {!account.active && <StateTag tone="bad">已停用</StateTag>}
    {account.active && !account.hasPassword && <StateTag tone="near">未发放密码</StateTag>}
    {account.locked && <StateTag tone="near">已锁定</StateTag>}
  </span>
)

type Holder = UnitPost['holders'][number]
type HolderMenuProps = Pick<HolderLineProps, 'unitName' | 'post' | 'onIssued'> & {
  holder: Holder
  account: UnitAccount | undefined
}

const HolderMenu = ({ unitName, post, holder, account, onIssued }: HolderMenuProps) => {
  const [dialog, setDialog] = useState<'edit' | 'handover' | null>(null)
  const acts = useHolderActs({ post, holder, account, onIssued })
  const items = [
    { key: 'edit', label: '修改姓名、电话' },
    { key: 'handover', label: '工作移交' },
    { key: 'vacate', label: '离岗', danger: true },
    ...(account ? accountItems(account) : []),
  ]
  const choose = (key: string) => {
    if (key === 'edit' || key === 'handover') setDialog(key)
    else acts(key)
  }
  return (
    <span>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key) }}>
        <Button size="small">
          办理 <DownOutlined />
        </Button>
      </Dropdown>
      {dialog === 'edit' && <EditPerson person={holder} onClose={() => setDialog(null)} />}
      {dialog === 'handover' && (
        <HandoverDialog
          post={{ id: post.id, title: post.title, unitName, rank: holder.rank, holder: holder.name }}
          onClose={() => setDialog(null)}
        />
      )}
    </span>
  )
}

const accountItems = (account: UnitAccount) => [
  { type: 'divider' as const },
  { key: 'password', label: account.hasPassword ? '重置密码' : '发放初始密码' },
  account.active ? { key: 'close', label: '停用账号', danger: true } : { key: 'open', label: '恢复账号' },
]

/** Acts that ask once before they are done. */
const useHolderActs = ({ post, holder, account, onIssued }: Omit<HolderMenuProps, 'unitName'>) => {
  const { modal } = App.useApp()
  const vacate = useAction(vacatePost, { success: '已离岗' })
  const reset = useAction(resetPassword, { onDone: onIssued })
  const change = useAction(setAccountActive, { success: '已办理' })
  const { name, rank } = holder
  const asks: Record<string, { title: string; content: string; okText: string; onOk: () => Promise<unknown> }> = {
    vacate: {
      title: `${name}离岗？`,
      content: `“${post.title}”${rank}角空缺，${name}立即不能再办这个岗位的事。换人请用“工作移交”。`,
      okText: '离岗',
      onOk: () => vacate.run({ params: { id: post.id, rank } }),
    },
    password: {
      title: `为${name}发放新的初始密码？`,
      content: '原密码作废，已登录的立即退出。新密码只显示一次。',
      okText: '发放',
      onOk: () => reset.run({ params: { id: account?.id ?? 0 } }),
    },
    close: {
      title: `停用${name}的账号？`,
      content: '不能再登录，已登录的立即退出。以后可以恢复。',
      okText: '停用',
      onOk: () => change.run({ params: { id: account?.id ?? 0 }, body: { active: false } }),
    },
  }
  return (key: string) => {
    if (key === 'open') void change.run({ params: { id: account?.id ?? 0 }, body: { active: true } })
    else if (asks[key]) modal.confirm(asks[key])
  }
}
