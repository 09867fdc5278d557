import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { signIn } from '#kernel/access/shared/api.ts'
import { Problem } from '#platform/http/shared/problem.ts'
import { call } from '#platform/ui/desk/call.ts'
import { ProblemNotice } from '#platform/ui/desk/problem-notice.tsx'

type Credentials = { login: string; password: string }

/** Login and password; a refusal is said above the fields and leaves the login name typed. */
export const SignInForm = ({ onSignedIn }: { onSignedIn: () => void }) => {
  const [problem, setProblem] = useState<Problem>()
  const [running, setRunning] = useState(false)
  const submit = async (body: Credentials) => {
    setRunning(true)
    setProblem(undefined)
    try {
      await call(signIn, { body }, { anonymous: true })
      onSignedIn()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setProblem(error)
    } finally {
      setRunning(false)
    }
  }
  return (
    <Form<Credentials> layout="vertical" requiredMark={false} onFinish={submit} className="sign-in-form">
      {problem && <ProblemNotice problem={problem} />}
      <Form.Item name="login" label="账号" rules={[{ required: true, message: '请输入账号' }]}>
        <Input autoComplete="username" autoCapitalize="off" autoFocus size="large" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请输入密码' }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={running} block size="large">
        登录
      </Button>
    </Form>
  )
}
