import type { Context } from 'hono'
import type { Problem } from '#platform/http/index.ts'
import { LinkButton, type SitePage } from '#platform/ui/site/index.ts'
import { renderPage, type SiteOptions } from './frame.tsx'

type Words = { title: string; text: string }

const words: Record<number, Words> = {
  403: { title: '这个页面不对外公开', text: '如果您是工作人员，请从“工作人员登录”进入。' },
  404: { title: '没有找到这个页面', text: '地址可能写错了，或者内容已经撤下。可以从首页重新找。' },
  429: { title: '点得太快了', text: '请等一分钟再试。' },
  500: { title: '系统出错了', text: '已经记录下来，我们会尽快处理。请稍后再试。' },
  503: { title: '系统正在恢复', text: '请过几分钟刷新本页。您填写的内容没有丢失。' },
}

const statuses = [400, 403, 404, 409, 413, 422, 429, 500, 503] as const

const statusOf = (status: number): NonNullable<SitePage['status']> =>
  statuses.find(known => known === status) ?? (status < 500 ? 400 : 500)

/** A refusal or a failure as a page in plain words; what a rule said to the reader is kept. */
export const problemPage = (problem: Problem, c: Context, options: SiteOptions) => {
  const status = statusOf(problem.status)
  const { title, text } = words[status] ?? { title: '没有办成', text: problem.message }
  return renderPage(
    c,
    options,
    <div class="plain-page">
      <h1>{title}</h1>
      <p>{text}</p>
      <LinkButton href="/" main>
        回首页
      </LinkButton>
    </div>,
    { title, status },
  )
}
