import { Navigate } from 'react-router'
import { demoAccounts, firstRunState, getDemoClock } from '#kernel/access/shared/api.ts'
import { usePageTitle } from '#platform/ui/desk/page.tsx'
import { useEndpoint } from '#platform/ui/desk/use-endpoint.ts'
import { DemoAccounts } from '../demo/demo-accounts.tsx'
import { DemoClock } from '../demo/demo-clock.tsx'
import { Resetting } from '../demo/resetting.tsx'
import { useEnter } from '../session/enter.ts'
import { SignInForm } from '../session/sign-in-form.tsx'

const hours = 3_600_000

/** The door: password for everyone; in the demonstration one click per role, and its clock. */
const Login = () => {
  usePageTitle('登录')
  const enter = useEnter()
  const first = useEndpoint(firstRunState, undefined, { freshMs: hours })
  const clock = useEndpoint(getDemoClock, undefined, { freshMs: 60_000 })
  const resetting = clock.data?.resetting
  const demo = useEndpoint(demoAccounts, undefined, { freshMs: hours, enabled: clock.isSuccess && !resetting })
  const accounts = demo.data?.accounts ?? []
  if (resetting) return <Resetting words={resetting} />
  // A demo that is being loaded has nobody yet, and never a first run.
  if (first.data?.needed && clock.isError) return <Navigate to="/first-run" replace />
  return (
    <div className={accounts.length > 0 ? 'login login-demo' : 'login'}>
      <main className="login-form">
        <div className="login-mark">
          <span className="seal">实事</span>
          <h1>为群众办实事 · 办公端</h1>
        </div>
        <SignInForm onSignedIn={enter} />
        <p className="login-help">
          凭短信链接办理的，请重新打开那个链接。忘记密码，请本单位管理员重置。群众办事、查公示，请到
          <a href="/">公开网站</a>。
        </p>
      </main>
      {accounts.length > 0 && (
        <section className="login-roles" aria-labelledby="login-roles-title">
          <div className="login-roles-head">
            <div>
              <h2 id="login-roles-title">演示：点一个角色，直接进入</h2>
              <p>演示数据，非真实情况。单位、人员、项目均为虚构。</p>
            </div>
            <DemoClock />
          </div>
          <DemoAccounts accounts={accounts} onSignedIn={enter} />
        </section>
      )}
    </div>
  )
}

export default Login
