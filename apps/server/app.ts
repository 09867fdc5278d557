import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { assetRoutes, modeRoutes, problemPage, type SiteOptions, siteFrame } from '#apps/site/index.ts'
import { type Actor, type Api, authenticate } from '#kernel/access/index.ts'
import type { Db } from '#platform/db/index.ts'
import { answerProblem, HttpApi, refuse, toProblem } from '#platform/http/index.ts'
import { deskRoutes } from './desk.ts'
import { officeName } from './office.ts'
import { bindPages, nav } from './pages.tsx'
import { bindRooms } from './rooms.ts'

export type AppOptions = { demo: boolean; trustProxy: number }

/** The whole product as one HTTP application: API, public site and the built desk. */
export const buildApp = (db: Db, options: AppOptions): Api => {
  const api: Api = new HttpApi<Actor>(db, authenticate)
  const { app } = api
  const site: SiteOptions = { officeName: () => officeName(db), demo: options.demo, nav }
  app.use(secureHeaders(headers))
  app.use('/api/*', limitJson)
  app.get('/healthz', c => c.text('ok'))
  const clientAddress = addressBehind(options.trustProxy)
  bindRooms(api, { ...options, clientAddress })
  app.get('/openapi.json', c => c.json(api.describe(info)))
  app.route('/', assetRoutes())
  app.route('/', modeRoutes())
  app.route('/', deskRoutes())
  app.use(siteFrame(site))
  bindPages(app, { db, clientAddress, demo: options.demo })
  app.notFound(c => answer(refuse('not.found', '没有找到。', { status: 404 }), c, site))
  app.onError((error, c) => answer(toProblem(error, c), c, site))
  return api
}

const info = { title: 'Shishi 实事', version: '0.1.0' }

const headers = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    styleSrc: ["'self'", "'unsafe-inline'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'self'"],
    formAction: ["'self'"],
  },
  referrerPolicy: 'same-origin',
  // A file is answered with a stricter policy of its own (sandbox), which must stand.
  overwrite: false,
}

/** A page's worth of JSON with the longest article; files and workbooks are streamed, each under a limit of its own. */
const maxJsonBytes = 2 * 1024 * 1024
const jsonLimit = bodyLimit({
  maxSize: maxJsonBytes,
  onError: () => {
    throw refuse('input.too-large', '内容超过2 MB，没有保存。请删减后再试；图片请作为附件上传。', { status: 413 })
  },
})
const streamed = /^\/api\/(?:files$|files\/uploads\/[\w-]+$|units\/import)/
/** A body whose length is told up front need not be watched while it is read: that would cost a small request a third. */
const isShort = (c: Context): boolean =>
  Number(c.req.header('content-length') ?? 'x') <= maxJsonBytes && c.req.header('transfer-encoding') === undefined
const limitJson: typeof jsonLimit = (c, next) => (streamed.test(c.req.path) || isShort(c) ? next() : jsonLimit(c, next))

const answer = (problem: ReturnType<typeof refuse>, c: Context, site: SiteOptions) =>
  c.req.path.startsWith('/api/') ? answerProblem(problem, c) : problemPage(problem, c, site)

/** The visitor's address: the socket's, or what the last trusted proxy wrote into X-Forwarded-For. */
const addressBehind =
  (trusted: number) =>
  (c: Context): string => {
    const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map(part => part.trim())
    const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    return (trusted > 0 && forwarded.at(-trusted)) || socket?.remoteAddress || 'unknown'
  }
