import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { demoAccounts, demoSignIn, getSession } from '#kernel/access/shared/api.ts'
import { call } from '#platform/ui/desk/call.ts'
import { useAction } from '#platform/ui/desk/use-action.ts'
import { useEndpoint } from '#platform/ui/desk/use-endpoint.ts'
import { SignInForm } from './sign-in-form.tsx'

type SignInAgainProps = {
  account: { id: number; name: string }
  onAnswer: (signedIn: boolean) => void
}

/** The session ended while someone worked: asks for the password over the page, which keeps everything typed. */
const SignInAgain = ({ account, onAnswer }: SignInAgainProps) => {
  const [stranger, setStranger] = useState(false)
  const check = async () => {
    const session = await call(getSession, undefined, { anonymous: true })
    if (session.account.id === account.id) onAnswer(true)
    else setStranger(true)
  }
  return (
    <Modal open title="登录已过期" footer={null} onCancel={() => onAnswer(false)} mask={{ closable: false }}>
      <p>请{account.name}重新登录。本页已填的内容都在，登录后接着办。</p>
      {stranger && (
        <Alert
          type="warning"
          title="这是另一个人的账号。换人要重新打开页面，未保存的内容不会带过去。"
          action={<Button onClick={() => window.location.reload()}>换人并重新打开</Button>}
        />
      )}
      <DemoDoor name={account.name} onSignedIn={check} />
      <SignInForm onSignedIn={check} />
    </Modal>
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
