import { type Db, sql } from '#platform/db/index.ts'

/** Deletes what was sent to outside addresses under a subject, telephones and texts with it, once its purpose is served. */
export const forgetMessages = async (db: Db, subject: string): Promise<void> => {
  await sql`delete from notifications.message
    where channel <> 'in-app' and post_id is null and subject = ${subject}`.execute(db)
}
