import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { demoAccounts, demoSignIn, getSession } from '#kernel/access/shared/api.ts'
import { call } from '#platform/ui/desk/call.ts'
import { useAction } from '#platform/ui/desk/use-action.ts'
import { useEndpoint } from '#platform/ui/desk/use-endpoint.ts'
import { SignInForm } from './sign-in-form.tsx'

type SignInAgainProps = {
  account: { id: number; name: string }
  /** Came by a slip: there is no password, only the link and another code. */
  bySlip: boolean
  onAnswer: (signedIn: boolean) => void
}

/** The session ended while someone worked: asks for the password over the page, which keeps everything typed. */
const SignInAgain = ({ account, bySlip, onAnswer }: SignInAgainProps) => {
  const [stranger, setStranger] = useState(false)
  const check = async () => {
    const session = await call(getSession, undefined, { anonymous: true })
    if (session.account.id === account.id && session.account.name === account.name) onAnswer(true)
    else setStranger(true)
  }
  return (
    <Modal open title="登录已过期" footer={null} onCancel={() => onAnswer(false)} mask={{ closable: false }}>
      {bySlip ? (
        <OpenLinkAgain onOpened={check} />
      ) : (
        <p>请{account.name}重新登录。本页已填的内容都在，登录后接着办。</p>
      )}
      {stranger && (
        <Alert
          type="warning"
          title="这是另一个人的账号。换人要重新打开页面，未保存的内容不会带过去。"
          action={<Button onClick={() => window.location.reload()}>换人并重新打开</Button>}
        />
      )}
      {!bySlip && <DemoDoor name={account.name} onSignedIn={check} />}
      {!bySlip && <SignInForm onSignedIn={check} />}
    </Modal>
  )
}

/** Thirty minutes without a move: the link and a new code open the same task again, in another window. */
const OpenLinkAgain = ({ onOpened }: { onOpened: () => Promise<void> }) => {
  const [still, setStill] = useState(false)
  return (
    <>
      <p>请另开窗口打开短信里的链接，用新的验证码进入，再回到本页。本页已填的内容都在。</p>
      {still && <Alert type="warning" title="还没有进入，请先打开短信里的链接。" />}
      <Button type="primary" block onClick={() => onOpened().catch(() => setStill(true))}>
        已经进入，接着办
      </Button>
    </>
  )
}

/** In the demonstration nobody knows a password: one click is enough there too. */
const DemoDoor = ({ name, onSignedIn }: { name: string; onSignedIn: () => void }) => {
  const demo = useEndpoint(demoAccounts)
  const enter = useAction(demoSignIn, { onDone: onSignedIn, changes: [] })
  const own = demo.data?.accounts.find(account => account.name === name)
  if (!own) return null
  return (
    <Button block loading={enter.running} onClick={() => enter.run({ body: { login: own.login } })}>
      演示：以{name}（{own.post}）继续
    </Button>
  )
}

export default SignInAgain
