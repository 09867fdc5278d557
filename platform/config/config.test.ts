import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, variableNames } from './config.ts'

const defaults = {
  port: 3000,
  host: '127.0.0.1',
  dataDir: resolve('./data'),
  secretFile: resolve('./data/secret.key'),
  databaseUrl: undefined,
  databasePool: 20,
  demo: true,
  logLevel: 'warn',
  publicUrl: 'http://127.0.0.1:3000',
  publicUrlGiven: false,
  trustProxy: 0,
  smtp: undefined,
  wechat: undefined,
  witnessHosts: [],
}

/** The assignments of .env.example, as a shell would read them. */
const example = (): Record<string, string> => {
  const text = readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8')
  return Object.fromEntries([...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(match => [match[1]!, match[2]!]))
}

describe('readConfig', () => {
  it('has a default for everything; an empty variable is an unset one', () => {
    expect(readConfig({})).toEqual(defaults)
    expect(readConfig({ PORT: '', DATABASE_URL: ' ', DEMO: '' })).toEqual(defaults)
  })

  it('is documented by .env.example, names and defaults', () => {
    expect(Object.keys(example()).sort()).toEqual([...variableNames].sort())
    expect(readConfig(example())).toEqual(defaults)
  })

  it('reads what is given', () => {
    const env = {
      PORT: '8080',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/shishi',
      SECRET_FILE: '/etc/shishi/secret.key',
      DATABASE_URL: 'postgres://a:b@db:5432/shishi',
      DATABASE_POOL: '50',
      DEMO: '0',
      LOG_LEVEL: 'info',
      PUBLIC_URL: 'https://shishi.example/',
      TRUST_PROXY: '1',
      SMTP_HOST: 'mail.example',
      SMTP_PORT: '587',
      SMTP_SECURE: '0',
      SMTP_USER: 'notice@mail.example',
      SMTP_PASSWORD: 'p',
      WITNESS_HOSTS: 'a.example, b.example:8443',
      WECHAT_APP_ID: 'wx1',
      WECHAT_SECRET: 's',
    }
    expect(readConfig(env)).toEqual({
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/shishi',
      secretFile: '/etc/shishi/secret.key',
      databaseUrl: 'postgres://a:b@db:5432/shishi',
      databasePool: 50,
      demo: false,
      logLevel: 'info',
      publicUrl: 'https://shishi.example',
      publicUrlGiven: true,
      trustProxy: 1,
      smtp: {
        host: 'mail.example',
        port: 587,
        secure: false,
        user: 'notice@mail.example',
        password: 'p',
        from: 'notice@mail.example',
      },
      wechat: { appId: 'wx1', secret: 's', api: 'https://api.weixin.qq.com', page: 'https://open.weixin.qq.com' },
      witnessHosts: ['a.example', 'b.example:8443'],
    })
  })

  it.each([
    ['PORT', '70000', '端口号'],
    ['PORT', 'abc', '端口号'],
    ['DEMO', 'maybe', '演示'],
    ['PUBLIC_URL', 'shishi.example', '完整网址'],
    ['LOG_LEVEL', 'loud', 'debug'],
    ['DATABASE_POOL', '1', '连接数'],
    ['TRUST_PROXY', '-1', '层数'],
    ['SMTP_PORT', '0', '端口号'],
    ['SMTP_SECURE', 'x', '1 或 0'],
  ])('refuses %s=%s and says what it should be', (name, value, wanted) => {
    const read = () => readConfig({ [name]: value })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(`环境变量 ${name} 的值“${value}”无效`)
    expect(read).toThrow(wanted)
  })

  it('does not repeat the password of a DATABASE_URL that it refuses', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://a:b@c' })).toThrow(
      '环境变量 DATABASE_URL 的值无效：应形如 postgres://用户:密码@主机:5432/库名。',
    )
  })
})
