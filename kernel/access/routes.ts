import { record } from '#kernel/audit/index.ts'
import { sql } from '#platform/db/index.ts'
import { everyone, refuse, signedIn } from '#platform/http/index.ts'
import { type Actor, type Api, hasRole, reaches } from './actor.ts'
import { administrationRoutes } from './administration/routes.ts'
import { demoRoutes } from './demo.ts'
import { makeFirstAdministrator, needsFirstRun } from './first-run.ts'
import { handOverPost } from './handover.ts'
import { hashPassword, passwordMatches, requireStrong } from './password.ts'
import { presentSession } from './queries.ts'
import { endOtherSessions, endSession, moveToPost, startSession } from './session.ts'
import {
  changePassword,
  firstRun,
  firstRunState,
  getSession,
  handOver,
  signIn,
  signOut,
  switchPost,
} from './shared/api.ts'
import { signInByPassword } from './sign-in.ts'
import { unfinishedOf } from './unfinished.ts'

const done = { ok: true as const }

/** Sessions, posts and passwords, and the administration of units and accounts. @param demo whether one-click logins and the demo clock exist at all */
export const accessRoutes = (api: Api, { demo }: { demo: boolean }): void => {
  sessionRoutes(api, demo)
  postRoutes(api)
  firstRunRoutes(api)
  administrationRoutes(api)
  if (demo) demoRoutes(api)
}

const sessionRoutes = (api: Api, demo: boolean) => {
  api.handle(getSession, { allow: signedIn, act: ({ actor, db }) => presentSession(db, actor, demo) })
  api.handle(signIn, {
    allow: everyone('signing in'),
    act: async ({ c, body }) => {
      // On the pool, not the request's transaction: a refused try must be counted although the request fails.
      await signInByPassword(api.db, c, body.login, body.password)
      return done
    },
  })
  api.handle(signOut, {
    allow: everyone('leaving works also when the session has ended'),
    act: async ({ db, c }) => {
      await endSession(db, c)
      return done
    },
  })
  api.handle(changePassword, {
    allow: isAccount,
    act: async ({ actor, db, c, body }) => {
      const { rows } = await sql<{ login: string; password_hash: string | null }>`
        select login, password_hash from access.account where id = ${actor.accountId}`.execute(db)
      const account = rows[0]!
      if (!(await passwordMatches(body.current, account.password_hash)))
        throw refuse('password.wrong', '当前密码不正确。', { status: 422 })
      requireStrong(body.next, account.login)
      if (body.next === body.current) throw refuse('password.same', '新密码须与当前密码不同。', { status: 422 })
      await sql`update access.account set password_initial = false, password_hash = ${await hashPassword(body.next)}
        where id = ${actor.accountId}`.execute(db)
      await endOtherSessions(db, c, actor.accountId!)
      await record(db, actor, { action: 'access.password.change', subjectKind: 'account', subjectId: actor.accountId! })
      return done
    },
  })
}

const postRoutes = (api: Api) => {
  api.handle(switchPost, {
    allow: isAccount,
    act: async ({ actor, db, c, body }) => {
      if (!(await moveToPost(db, c, actor.accountId!, body.postId)))
        throw refuse('post.not-held', '您不在这个岗位上。', { status: 403 })
      return done
    },
  })
  api.handle(handOver, {
    load: async ({ db, params }) => {
      const { rows } = await sql<Post>`
        select p.id, u.path as "unitPath", exists (
            select from units.post_holder h where h.post_id = p.id and h.until is null and h.rank = 'A') as held
        from units.post p join units.unit u on u.id = p.unit_id where p.id = ${params.id}`.execute(db)
      return rows[0]
    },
    allow: canHandOver,
    act: async ({ actor, db, params, body }) => {
      await handOverPost(db, actor, { postId: params.id, ...body })
      return { ...done, unfinished: await unfinishedOf(db, params.id) }
    },
  })
}

type Post = { id: number; unitPath: string }

const isAccount = (actor: Actor) => actor.kind === 'account'

/** One's own post, or any below for the administrator. */
const canHandOver = (actor: Actor, post: Post) =>
  actor.postId === post.id || (hasRole(actor, 'administrator') && reaches(actor, post.unitPath))

const firstRunRoutes = (api: Api) => {
  api.handle(firstRunState, {
    allow: everyone('tells only whether an administrator exists'),
    act: async ({ db }) => ({ needed: await needsFirstRun(db) }),
  })
  api.handle(firstRun, {
    allow: everyone('guarded by the one-time code of the terminal'),
    act: async ({ db, c, body }) => {
      await startSession(db, c, await makeFirstAdministrator(db, body))
      return done
    },
  })
}
