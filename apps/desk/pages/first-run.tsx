import { Button, Form, Input } from 'antd'
import { useNavigate } from 'react-router'
import { firstRun } from '#kernel/access/shared/api.ts'
import type { InputOf } from '#platform/http/shared/endpoint.ts'
import { usePageTitle } from '#platform/ui/desk/page.tsx'
import { ProblemNotice } from '#platform/ui/desk/problem-notice.tsx'
import { useAction } from '#platform/ui/desk/use-action.ts'

type FirstAdministrator = InputOf<typeof firstRun>['body']

const fields: { name: keyof FirstAdministrator; label: string; extra?: string; secret?: boolean; complete: string }[] =
  [
    { name: 'code', label: '一次性验证码', extra: '启动服务的终端里显示的那一行', complete: 'one-time-code' },
    { name: 'unitName', label: '单位全称', extra: '使用本系统的最上级单位', complete: 'organization' },
    { name: 'name', label: '管理员姓名', complete: 'name' },
    { name: 'login', label: '账号', extra: '登录时用，至少2个字符', complete: 'username' },
    {
      name: 'password',
      label: '密码',
      extra: '至少10个字符，包含字母、数字、符号中的三类',
      secret: true,
      complete: 'new-password',
    },
  ]

/** An empty installation: makes the first administrator with the code printed in the server's terminal. */
const FirstRun = () => {
  usePageTitle('首次使用')
  const navigate = useNavigate()
  const create = useAction(firstRun, { quiet: true, onDone: () => navigate('/login', { replace: true }) })
  return (
    <div className="login">
      <main className="login-form">
        <div className="login-mark">
          <span className="seal">实事</span>
          <h1>建立首位管理员</h1>
        </div>
        {create.problem && <ProblemNotice problem={create.problem} />}
        <Form<FirstAdministrator> layout="vertical" requiredMark={false} onFinish={body => create.run({ body })}>
          {fields.map(({ name, label, extra, secret, complete }) => (
            <Form.Item
              key={name}
              name={name}
              label={label}
              extra={extra}
              rules={[{ required: true, message: `请输入${label}` }]}
            >
              {secret ? <Input.Password autoComplete={complete} /> : <Input autoComplete={complete} />}
            </Form.Item>
          ))}
          <Button type="primary" htmlType="submit" loading={create.running} block size="large">
            建立并去登录
          </Button>
        </Form>
      </main>
    </div>
  )
}

export default FirstRun
