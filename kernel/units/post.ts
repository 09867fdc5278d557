import { sql, type Tx } from '#platform/db/index.ts'

export type NewPost = { unitId: number; title: string; roles: readonly string[] }

/** Adds a post (岗位) to a unit. @returns its id */
export const addPost = async (tx: Tx, post: NewPost): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into units.post (unit_id, title, roles) values (${post.unitId}, ${post.title}, ${post.roles}::text[])
    returning id`.execute(tx)
  return rows[0]!.id
}

export type NewPerson = { name: string; phone?: string | null }

export const addPerson = async (tx: Tx, person: NewPerson): Promise<number> => {
  const { id } = await tx
    .insertInto('units.person')
    .values({ name: person.name, phone: person.phone ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Puts a person on a post as its first (A角) or second (B角). */
export const seat = async (tx: Tx, postId: number, personId: number, rank: 'A' | 'B' = 'A'): Promise<void> => {
  await tx.insertInto('units.post_holder').values({ post_id: postId, person_id: personId, rank }).execute()
}
