import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { Problem } from '#platform/http/index.ts'
import { fontPath } from '#platform/ui/fonts/index.ts'
import { FormField, NameList, StageLine } from '#platform/ui/site/index.ts'
import { assetRoutes, assets, Home, modeRoutes, problemPage, type SiteOptions, siteFrame } from './index.ts'

const options = (demo: boolean): SiteOptions => ({
  officeName: () => '示例市',
  demo,
  nav: [{ label: '公示', href: '/notices' }],
})

const site = ({ demo = false } = {}) => {
  const app = new Hono()
    .route('/', assetRoutes())
    .route('/', modeRoutes())
    .use('*', siteFrame(options(demo)))
  app.get('/', c => c.render(<Home campaigns={[]} notices={[]} results={[]} all={{}} />, { title: '首页' }))
  app.get('/notices', c => c.render(<NameList names={[{ name: '王芳<b>' }]} />, { title: '公示', active: '/notices' }))
  app.get('/fails', () => {
    throw new Problem('x', '内部 secret 原因', { status: 503 })
  })
  app.onError((error, c) => problemPage(error as Problem, c, options(demo)))
  return app
}

const page = async (path: string, init?: RequestInit & { demo?: boolean }) => {
  const reply = await site(init ?? {}).request(path, init)
  return { reply, html: await reply.text() }
}

describe('the frame of a public page', () => {
  it('marks the present page and escapes what rooms give', async () => {
    const { html } = await page('/notices')
    expect(html).toContain('<a href="/notices" aria-current="page">公示</a>')
    expect(html).toContain('王芳&lt;b&gt;')
    expect(html).toContain('<title>公示 · 示例市</title>')
  })

  it('says on every page of the demonstration that it is one, and never otherwise', async () => {
    const words = '演示数据，非真实情况'
    expect((await page('/', { demo: true })).html).toContain(words)
    expect((await page('/fails', { demo: true })).html).toContain(words)
    expect((await page('/')).html).not.toContain(words)
  })

  it('answers a failure in plain words with its status and without its cause', async () => {
    const { reply, html } = await page('/fails')
    expect(reply.status).toBe(503)
    expect(html).toContain('系统正在恢复')
    expect(html).not.toContain('secret')
  })
})

describe('长辈版', () => {
  const choose = (form: Record<string, string>) =>
    site().request('/mode', { method: 'POST', body: new URLSearchParams(form) })

  it('is remembered and leads back to the page', async () => {
    const reply = await choose({ mode: 'elder', back: '/notices?page=2' })
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/notices?page=2'])
    const cookie = reply.headers.get('set-cookie')!.split(';')[0]!
    const { html } = await page('/notices', { headers: { cookie } })
    expect(html).toContain('data-mode="elder"')
    expect(html).toContain('返回普通版')
  })

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
    'never leads to another site: %s',
    async back => expect((await choose({ mode: 'elder', back })).headers.get('location')).toBe('/'),
  )
})

describe('assets', () => {
  it('may be kept for ever under an address that changes with the content', async () => {
    for (const address of Object.values(assets)) {
      const reply = await site().request(address, { headers: { 'accept-encoding': 'br' } })
      expect(reply.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(reply.headers.get('content-encoding')).toBe('br')
    }
  })

  it.each(['/assets/site.css', '/assets/../package.json', `${fontPath}/..%2Fpackage.json`, `${fontPath}/rare-1.woff2`])(
    'serves nothing that was not offered: %s',
    async address => expect((await site().request(address)).status).toBe(404),
  )

  it('cuts a rare character’s block out of the complete font', async () => {
    const reply = await site().request(`${fontPath}/rare-20b00.woff2`)
    const font = new Uint8Array(await reply.arrayBuffer())
    expect(new TextDecoder().decode(font.slice(0, 4))).toBe('wOF2')
  })
})

describe('a form field', () => {
  it('ties hint and error to the field', async () => {
    const html = String(
      <FormField name="phone" label="手机号" required hint="收短信用" error="应为11位数字" value="138" />,
    )
    expect(html).toContain('<label for="field-phone">手机号</label>')
    expect(html).toContain('aria-describedby="field-phone-hint field-phone-error" aria-invalid="true"')
    expect(html).toContain('value="138"')
  })
})

describe('how far a campaign is, in one line', () => {
  const names = ['推荐', '审查', '初评', '公示', '评审', '表彰']
  const stages = names.map((name, n) => ({
    name,
    state: n === 1 ? ('now' as const) : ('next' as const),
    note: '6月前',
  }))

  it('names the current stage in words and keeps every name for a screen reader', () => {
    const html = String(<StageLine stages={stages} now="审查 · 6月5日截止" />)
    expect(html).toContain('<p>审查 · 6月5日截止</p>')
    expect(html).toContain('<li class="now" aria-current="step"><span class="unseen">审查（进行中）</span></li>')
    expect(names.filter(name => !html.includes(name))).toEqual([])
    expect(html).not.toContain('6月前')
  })

  it('shows the names where they are few, without dates', () => {
    const html = String(<StageLine stages={stages.slice(0, 5)} />)
    expect([html.includes('class="stages num"'), html.includes('6月前'), html.includes('stage-marks')]).toEqual([
      true,
      false,
      false,
    ])
  })
})
