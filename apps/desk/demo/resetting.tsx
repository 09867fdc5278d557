import { getDemoClock } from '#kernel/access/shared/api.ts'
import { useEndpoint } from '#platform/ui/desk/use-endpoint.ts'

/** The demo is being started over: says how far it is, and asks again until it is done. */
export const Resetting = ({ words }: { words: string }) => {
  useEndpoint(getDemoClock, undefined, { refreshMs: 1500 })
  return (
    <div className="login">
      <main className="login-form" role="status">
        <div className="login-mark">
          <span className="seal">实事</span>
          <h1>正在重置演示</h1>
        </div>
        <p>{words}</p>
        <p>约需半分钟，完成后自动回到登录页，请从头再来。</p>
      </main>
    </div>
  )
}
