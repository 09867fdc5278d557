import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { localStore, useFileStore } from '#kernel/files/index.ts'
import { sql } from '#platform/db/index.ts'
import { testDatabase } from '#platform/testing/index.ts'
import { buildApp } from './app.ts'

const { db } = await testDatabase()
const { app, endpoints } = buildApp(db, { demo: true, trustProxy: 0 })

describe('the whole application', () => {
  it('documents every endpoint it has', async () => {
    const answer = await app.request('/openapi.json')
    expect(answer.status).toBe(200)
    const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> }
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map(method => `${method} ${path}`),
    )
    expect(documented.sort()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort())
  })

  it('lets nobody in without a session, save where it says why', async () => {
    const closed = endpoints.filter(({ open, path }) => !open && path.startsWith('/api/'))
    expect(closed.length).toBeGreaterThan(30)
    for (const { method, path } of closed) {
      const answer = await app.request(path.replaceAll(/\{\w+\}/g, '1'), {
        method: method.toUpperCase(),
        headers: { 'content-type': 'application/json' },
        ...(method !== 'get' && { body: '{}' }),
      })
      expect([method, path, answer.status]).toEqual([method, path, 401])
    }
  })

  it('names a reason for everything that is open', () => {
    for (const { open } of endpoints.filter(endpoint => endpoint.open !== undefined)) expect(open).toMatch(/\w{3,}/)
  })

  it('answers a page that does not exist in words, and an endpoint as problem+json', async () => {
    const page = await app.request('/nowhere')
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
    expect(await page.text()).toContain('没有找到这个页面')
    const endpoint = await app.request('/api/nowhere')
    expect(endpoint.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    expect(await endpoint.json()).toMatchObject({ status: 404, code: 'not.found' })
  })

  it('leaves a file its own, stricter policy', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'shishi-app-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    const store = await localStore(folder)
    useFileStore(store)
    await writeFile(join(store.incoming, 'page'), '<script>alert(1)</script>')
    await store.put('ab', join(store.incoming, 'page'))
    await sql`insert into files.file (key, sha256, name, mime, bytes, uploaded_by, public, kept_for)
      values ('open', 'ab', 'a.docx', 'application/msword', 25, 'test', true, 'test')`.execute(db)
    const { headers } = await app.request('/files/open')
    expect([headers.get('content-security-policy'), headers.get('x-content-type-options')]).toEqual([
      "default-src 'none'; sandbox",
      'nosniff',
    ])
    expect((await app.request('/notices')).headers.get('content-security-policy')).toContain("default-src 'self'")
  })

  it('refuses more JSON than a nomination can hold, and says so', async () => {
    const answer = await app.request('/api/access/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'x'.repeat(3_000_000) }),
    })
    expect(await answer.json()).toMatchObject({ status: 413, code: 'input.too-large' })
  })
})
