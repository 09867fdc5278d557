import { z } from 'zod'
import { endpoint } from '#platform/http/shared/endpoint.ts'

const postSchema = z.object({
  id: z.number(),
  title: z.string(),
  unit: z.object({ id: z.number(), name: z.string() }),
  roles: z.array(z.string()),
})

/** Who is signed in, at which post, and what the business clock says. */
export const sessionSchema = z.object({
  account: z.object({ id: z.number(), name: z.string() }),
  post: postSchema,
  posts: z.array(z.object({ id: z.number(), title: z.string(), unitName: z.string(), rank: z.enum(['A', 'B']) })),
  demo: z.boolean(),
  today: z.string(),
  now: z.string(),
  permissions: z.array(z.string()),
  /** The password was given out by an administrator: nothing else is open until it is changed. */
  passwordInitial: z.boolean(),
  /** The one task that a slip opens; null for an account. Such a session has no post and sees nothing else. */
  task: z.object({ title: z.string(), path: z.string() }).nullable(),
})
export type Session = z.output<typeof sessionSchema>

export const getSession = endpoint({
  method: 'get',
  path: '/api/access/session',
  summary: '当前登录的人员与岗位',
  answer: sessionSchema,
})

export const signIn = endpoint({
  method: 'post',
  path: '/api/access/session',
  summary: '登录',
  body: z.object({ login: z.string().trim().min(1, '请输入账号'), password: z.string().min(1, '请输入密码') }),
  answer: z.object({ ok: z.literal(true) }),
})

export const signOut = endpoint({
  method: 'delete',
  path: '/api/access/session',
  summary: '退出登录',
  answer: z.object({ ok: z.literal(true) }),
})

export const switchPost = endpoint({
  method: 'post',
  path: '/api/access/session/post',
  summary: '切换岗位',
  body: z.object({ postId: z.number() }),
  answer: z.object({ ok: z.literal(true) }),
})

export const changePassword = endpoint({
  method: 'post',
  path: '/api/access/password',
  summary: '修改密码',
  body: z.object({ current: z.string(), next: z.string() }),
  answer: z.object({ ok: z.literal(true) }),
})

export const handOver = endpoint({
  method: 'post',
  path: '/api/access/posts/{id}/handover',
  summary: '工作移交',
  params: z.object({ id: z.coerce.number() }),
  body: z.object({
    rank: z.enum(['A', 'B']),
    toLogin: z.string().trim().min(1, '请输入接手人账号'),
    note: z.string().trim().max(500).default(''),
  }),
  answer: z.object({ ok: z.literal(true), unfinished: z.number() }),
})

export const demoAccounts = endpoint({
  method: 'get',
  path: '/api/access/demo-accounts',
  summary: '演示账号',
  answer: z.object({
    accounts: z.array(
      z.object({
        login: z.string(),
        name: z.string(),
        post: z.string(),
        unit: z.string(),
        roles: z.array(z.string()),
        /** What a newcomer finds there; those that have one come first. */
        look: z.string().nullable(),
      }),
    ),
  }),
})

export const demoSignIn = endpoint({
  method: 'post',
  path: '/api/access/demo-session',
  summary: '演示：一键登录',
  body: z.object({ login: z.string() }),
  answer: z.object({ ok: z.literal(true) }),
})

export const getDemoClock = endpoint({
  method: 'get',
  path: '/api/demo/clock',
  summary: '演示时钟',
  answer: z.object({
    today: z.string(),
    now: z.string(),
    /** The next day on which something falls due. */
    next: z.object({ on: z.string(), what: z.string() }).nullable(),
    /** How far a reset under way is, in words. */
    resetting: z.string().nullable(),
  }),
})

export const moveDemoClock = endpoint({
  method: 'post',
  path: '/api/demo/clock',
  summary: '拨快演示时钟',
  body: z.union([
    z.object({ to: z.iso.date('日期写法如 2026-06-01') }),
    z.object({ days: z.number().int().min(1).max(366) }),
    z.object({ toNext: z.literal(true) }),
    z.object({ reset: z.literal(true) }),
  ]),
  answer: z.object({ today: z.string(), now: z.string() }),
})

export const firstRunState = endpoint({
  method: 'get',
  path: '/api/access/first-run',
  summary: '是否需要建立首位管理员',
  answer: z.object({ needed: z.boolean() }),
})

export const firstRun = endpoint({
  method: 'post',
  path: '/api/access/first-run',
  summary: '凭一次性验证码建立首位管理员',
  body: z.object({
    code: z.string().trim(),
    unitName: z.string().trim().min(2, '请输入单位全称'),
    name: z.string().trim().min(1, '请输入姓名'),
    login: z.string().trim().min(2, '账号至少2个字符'),
    password: z.string(),
  }),
  answer: z.object({ ok: z.literal(true) }),
})
