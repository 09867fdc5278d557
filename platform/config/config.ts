import { join, resolve } from 'node:path'
import { z } from 'zod'

/** '0', 'false', 'no', 'off' are off, '1', 'true', 'yes', 'on' are on; anything else is a mistake worth telling. */
const onOff = z.stringbool({ truthy: ['1', 'true', 'yes', 'on'], falsy: ['0', 'false', 'no', 'off'] })
const port = z.coerce.number().int().min(1).max(65535)

/** Every variable the server reads. `.env.example` says the same for operators; a test holds them together. */
const variables = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  SECRET_FILE: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(20),
  DEMO: onOff.default(true),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: port.default(465),
  SMTP_SECURE: onOff.default(true),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  SMTP_FROM: z.string().optional(),
  WITNESS_HOSTS: z.string().default(''),
  WECHAT_APP_ID: z.string().optional(),
  WECHAT_SECRET: z.string().optional(),
  WECHAT_API: z.url({ protocol: /^https?$/ }).default('https://api.weixin.qq.com'),
  WECHAT_PAGE: z.url({ protocol: /^https?$/ }).default('https://open.weixin.qq.com'),
})

export const variableNames = Object.keys(variables.shape)

const whatIsWanted: Record<string, string> = {
  PORT: '应为 1—65535 的端口号',
  DATABASE_URL: '应形如 postgres://用户:密码@主机:5432/库名',
  DATABASE_POOL: '应为 2—500 的连接数',
  DEMO: '应为 1（演示）或 0（正式使用）',
  LOG_LEVEL: '应为 debug、info、warn、error、silent 之一',
  PUBLIC_URL: '应为完整网址，如 https://shishi.example.gov.cn',
  TRUST_PROXY: '应为前面反向代理的层数，0—5',
  SMTP_PORT: '应为 1—65535 的端口号',
  SMTP_SECURE: '应为 1 或 0',
  WECHAT_API: '应为完整网址，一般不用改',
  WECHAT_PAGE: '应为完整网址，一般不用改',
}

/** A connection string holds a password, so a terminal must not show it. */
const shown = (name: string, value?: string): string => (name === 'DATABASE_URL' ? '' : `“${value}”`)

/** Settings that cannot be used; the message names each variable and what it should be, in Chinese. */
export class ConfigError extends Error {}

const smtpOf = (env: z.infer<typeof variables>) =>
  env.SMTP_HOST === undefined
    ? undefined
    : {
        host: env.SMTP_HOST,
        port: env.SMTP_PORT,
        secure: env.SMTP_SECURE,
        user: env.SMTP_USER,
        password: env.SMTP_PASSWORD,
        from: env.SMTP_FROM ?? env.SMTP_USER,
      }

/** The official account (服务号); both are needed. */
const wechatOf = (env: z.infer<typeof variables>) =>
  env.WECHAT_APP_ID === undefined || env.WECHAT_SECRET === undefined
    ? undefined
    : { appId: env.WECHAT_APP_ID, secret: env.WECHAT_SECRET, api: env.WECHAT_API, page: env.WECHAT_PAGE }

/** Reads the settings from the environment; an empty variable counts as unset. Throws {@link ConfigError}. */
export const readConfig = (env: NodeJS.ProcessEnv = process.env) => {
  const given = Object.fromEntries(variableNames.flatMap(name => (env[name]?.trim() ? [[name, env[name].trim()]] : [])))
  const parsed = variables.safeParse(given)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(issue => String(issue.path[0])))]
    throw new ConfigError(
      names.map(name => `环境变量 ${name} 的值${shown(name, given[name])}无效：${whatIsWanted[name]}。`).join('\n'),
    )
  }
  const value = parsed.data
  return {
    port: value.PORT,
    host: value.HOST,
    /** Absolute path. Files, the embedded database and its password live below it. */
    dataDir: resolve(value.DATA_DIR),
    /** File of the installation's own secret, made at the first start. */
    secretFile: resolve(value.SECRET_FILE ?? join(value.DATA_DIR, 'secret.key')),
    databaseUrl: value.DATABASE_URL,
    /** Connections to PostgreSQL at most. */
    databasePool: value.DATABASE_POOL,
    demo: value.DEMO,
    logLevel: value.LOG_LEVEL,
    /** Address users see, without a slash at the end; links in mails and QR codes begin with it. */
    publicUrl: (value.PUBLIC_URL ?? `http://${value.HOST}:${value.PORT}`).replace(/\/+$/, ''),
    /** False where `publicUrl` is only where the server listens, which a proxy may well hide from users. */
    publicUrlGiven: value.PUBLIC_URL !== undefined,
    /** Reverse proxies whose X-Forwarded-For entry is believed. */
    trustProxy: value.TRUST_PROXY,
    smtp: smtpOf(value),
    wechat: wechatOf(value),
    /** Hosts (with port, where it is another than the scheme's) that copies of a vote's signed heads may be sent to. */
    witnessHosts: value.WITNESS_HOSTS.split(/[\s,]+/).filter(Boolean),
  }
}

export type Config = ReturnType<typeof readConfig>
