import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '#platform/testing/index.ts'
import { ballotApi } from '../shared/index.ts'
import { lastCode, openElection, phoneOf, testOffice } from '../testing.ts'
import { connectWechat } from './wechat.ts'

/** Speaks as api.weixin.qq.com does: text/plain with JSON, errors with status 200. */
const asked: URL[] = []
const wechat = createServer((request, response) => {
  const url = new URL(request.url!, 'http://wechat')
  asked.push(url)
  const code = url.searchParams.get('code')!
  const right = url.pathname === '/sns/oauth2/access_token' && url.searchParams.get('secret') === 'secret'
  response.setHeader('content-type', 'text/plain')
  if (code === 'hang-up') response.destroy()
  else if (!right || !code.startsWith('of-'))
    response.end('{"errcode":40029,"errmsg":"invalid code, rid: 60b0c2ba-0a7e0c1a"}')
  else
    response.end(
      JSON.stringify({
        access_token: 'ACCESS',
        expires_in: 7200,
        refresh_token: 'REFRESH',
        openid: code.slice(3),
        scope: 'snsapi_base',
      }),
    )
})
await new Promise<void>(resolve => wechat.listen(0, '127.0.0.1', resolve))
const api = `http://127.0.0.1:${(wechat.address() as AddressInfo).port}`
connectWechat({ appId: 'wx123', secret: 'secret', api, page: 'https://open.weixin.qq.com' })
afterAll(() => {
  connectWechat(undefined)
  wechat.close()
})

const { db } = await testDatabase()
const office = await testOffice(db)
const { visitor, app } = office.server
const eligibility = { census: 'none' as const, wechat: true, defaultGroup: 'residents' }
const { slug } = await openElection(db, office, { eligibility })
const params = { slug }

const setOut = async () => new URL((await visitor.call(ballotApi.startWechat, { params })).location)
const comeBack = (code: string, state: string) =>
  app.request(`/api/ballot/wechat?${new URLSearchParams({ code, state })}`)
/** The proof that the browser brings back to the vote's page. */
const proofOf = async (openid: string) => {
  const back = await comeBack(`of-${openid}`, (await setOut()).searchParams.get('state')!)
  return new URL(back.headers.get('location')!, 'http://site').hash.replace('#wechat=', '')
}
const enter = async (phone: string, wechat?: string) => {
  await visitor.call(ballotApi.requestCode, { params, body: { phone } })
  return visitor.call(ballotApi.admit, { params, body: { phone, code: await lastCode(db, phone), wechat } })
}

describe('a vote behind an official account', () => {
  it('sends the browser to WeChat with snsapi_base, parameters in WeChat’s order', async () => {
    const address = await setOut()
    expect([address.origin, address.pathname, address.hash]).toEqual([
      'https://open.weixin.qq.com',
      '/connect/oauth2/authorize',
      '#wechat_redirect',
    ])
    expect([...address.searchParams.keys()]).toEqual(['appid', 'redirect_uri', 'response_type', 'scope', 'state'])
    expect(address.searchParams.get('scope')).toBe('snsapi_base')
    expect(address.searchParams.get('state')!.length).toBeLessThanOrEqual(128)
    expect(address.searchParams.get('state')).toMatch(/^[a-zA-Z0-9._-]+$/)
  })

  it('exchanges the code and brings the browser back with a proof that does not show the openid', async () => {
    const back = await comeBack('of-openid-1', (await setOut()).searchParams.get('state')!)
    expect([back.status, back.headers.get('location')]).toEqual([
      302,
      expect.stringMatching(new RegExp(`^/ballot/${slug}/vote#wechat=`)),
    ])
    expect(back.headers.get('location')).not.toContain('openid-1')
    expect(Object.fromEntries(asked.at(-1)!.searchParams)).toEqual({
      appid: 'wx123',
      secret: 'secret',
      code: 'of-openid-1',
      grant_type: 'authorization_code',
    })
  })

  it.each([
    ['WeChat’s refusal', 'expired', 'ballot.wechat-failed', 502],
    ['a broken line', 'hang-up', 'ballot.wechat-failed', 502],
  ])('says so plainly after %s', async (_, code, problem, status) => {
    const back = await comeBack(code, (await setOut()).searchParams.get('state')!)
    expect([back.status, ((await back.json()) as { code: string }).code]).toEqual([status, problem])
  })

  it('takes no return that did not set out here', async () => {
    const state = (await setOut()).searchParams.get('state')!
    expect((await comeBack('of-openid-1', `${state}x`)).status).toBe(400)
    expect((await comeBack('of-openid-1', '')).status).toBe(404)
  })

  it('binds one account to one telephone, both ways', async () => {
    await expect(enter(phoneOf(1))).rejects.toMatchObject({ code: 'ballot.wechat-missing' })
    await expect(enter(phoneOf(2), 'made.up.proof')).rejects.toMatchObject({ code: 'ballot.wechat-missing' })
    const [one, two] = [await proofOf('openid-1'), await proofOf('openid-2')]
    expect(await enter(phoneOf(3), one)).toMatchObject({ admitted: true })
    await expect(enter(phoneOf(4), one)).rejects.toMatchObject({ code: 'ballot.wechat-taken' })
    expect(await enter(phoneOf(5), two)).toMatchObject({ admitted: true })
  })

  it('is not offered where no account is connected', async () => {
    connectWechat(undefined)
    await expect(visitor.call(ballotApi.startWechat, { params })).rejects.toMatchObject({ code: 'ballot.wechat-off' })
    connectWechat({ appId: 'wx123', secret: 'secret', api, page: 'https://open.weixin.qq.com' })
  })
})
