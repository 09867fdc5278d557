import { type Actor, type Api, administersAll } from '#kernel/access/index.ts'
import { sql } from '#platform/db/index.ts'
import { connectedChannels } from './channels.ts'
import { messagesOf, outbox, unreadCount } from './queries.ts'
import { getBell, listMessages, listOutbox, markRead } from './shared/api.ts'

/** Messages belong to a post; a slip has none. */
const onPost = (actor: Actor) => actor.postId !== null

/** @param demo administrators of a demo see the codes too, since no message leaves the house */
export const notificationRoutes = (api: Api, { demo = false } = {}): void => {
  api.handle(listMessages, { allow: onPost, act: ({ db, actor, query }) => messagesOf(db, actor.postId!, query.after) })
  api.handle(getBell, {
    allow: onPost,
    act: async ({ db, actor }) => {
      const { rows } = await messagesOf(db, actor.postId!)
      const latest = rows.filter(message => !message.read).slice(0, 5)
      return { unread: await unreadCount(db, actor.postId!), latest }
    },
  })
  api.handle(markRead, {
    allow: onPost,
    act: async ({ db, actor, body }) => {
      await sql`
        update notifications.message set state = 'read', read_at = clock_timestamp()
        where channel = 'in-app' and post_id = ${actor.postId} and read_at is null
          and (${body.ids ?? null}::bigint[] is null or id = any(${body.ids ?? null}::bigint[]))`.execute(db)
      return { unread: await unreadCount(db, actor.postId!) }
    },
  })
  api.handle(listOutbox, {
    allow: administersAll,
    act: async ({ db, query }) => ({
      ...(await outbox(db, { demo, after: query.after })),
      connected: connectedChannels(),
    }),
  })
}
