import { Button } from 'antd'
import { useState } from 'react'
import { chineseDate } from '#kernel/calendar/shared/index.ts'
import type { AnswerOf } from '#platform/http/shared/endpoint.ts'
import { ConfirmAction, StateTag, useAction } from '#platform/ui/desk/index.ts'
import { memberApi } from '../../shared/index.ts'
import { CorrectMember } from './correct-member.tsx'

type LineProps = { member: memberApi.ListedMember }
export type Login = AnswerOf<typeof memberApi.listMembers>['logins'][number]

/** Somebody on the list, with what may be done at the end of the line. */
export const MemberLine = ({ member, login }: LineProps & { login: Login | undefined }) => {
  const [open, setOpen] = useState(false)
  const remove = useAction(memberApi.removeMember, { success: '已移出名册' })
  return (
    <li>
      <Who member={member} />
      <div className="signing-acts">
        {login && !member.login && <LinkLogin member={member} login={login} />}
        <Button onClick={() => setOpen(true)}>更正</Button>
        <ConfirmAction
          label="移出"
          title={`将${member.name}移出名册？`}
          danger
          reason={{ label: '移出原因', required: true, hint: '例如：任期届满；户口迁出', maxLength: 200 }}
          onConfirm={reason => remove.run({ params: { id: member.id }, body: { reason } })}
        >
          移出后不再牵头和签名，已办的项目和签名保留。登记有误的请更正；误移出的可以在“已移出的”里恢复。
        </ConfirmAction>
      </div>
      {open && <CorrectMember member={member} onClose={() => setOpen(false)} />}
    </li>
  )
}

/** A representative's login that bears this name: with it the member proposes projects. */
const LinkLogin = ({ member, login }: LineProps & { login: Login }) => {
  const link = useAction(memberApi.linkMember, { success: '已关联' })
  return (
    <ConfirmAction
      label="关联账号"
      title={`${login.title}${login.name}的登录账号是${member.name}本人的？`}
      onConfirm={() => link.run({ params: { id: member.id }, body: { accountId: login.id } })}
    >
      关联以后，{member.name}用这个账号就能牵头申报项目、收集签名。
    </ConfirmAction>
  )
}

/** Somebody who left the list, why, and the way back. */
export const FormerLine = ({ member }: LineProps) => {
  const readmit = useAction(memberApi.readmitMember, { success: '已恢复' })
  const { leftOn, leftBecause } = member
  return (
    <li>
      <Who member={member}>
        {leftOn && (
          <p>
            {chineseDate(leftOn)}移出：{leftBecause}
          </p>
        )}
      </Who>
      <div className="signing-acts">
        <ConfirmAction
          label="恢复"
          title={`恢复${member.name}的登记？`}
          reason={{ label: '恢复原因', required: true, hint: '例如：误移出；再次当选', maxLength: 200 }}
          onConfirm={reason => readmit.run({ params: { id: member.id }, body: { reason } })}
        >
          恢复后可以牵头和签名；本年度已领过额度的，用剩下的额度。
        </ConfirmAction>
      </div>
    </li>
  )
}

const Who = ({ member, children }: LineProps & { children?: React.ReactNode }) => (
  <div>
    <strong>{member.name}</strong> {member.party && <StateTag tone="near">党员</StateTag>}{' '}
    {member.representative && <StateTag tone="done">代表</StateTag>} {member.login && <StateTag>有登录账号</StateTag>}
    <p className="num">{member.phone ?? '未登记电话'}</p>
    {children}
  </div>
)
