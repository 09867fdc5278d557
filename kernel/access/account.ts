import { addPerson, addPost, seat } from '#kernel/units/index.ts'
import type { Tx } from '#platform/db/index.ts'
import { hashPassword } from './password.ts'
import type { Role } from './shared/roles.ts'

export type NewAccount = {
  unitId: number
  title: string
  roles: readonly Role[]
  name: string
  login: string
  phone?: string | null
  /** Left out for accounts that are entered another way (the demo's one click). */
  password?: string
  demo?: boolean
}

/** Makes a post with one person on it and that person's account. @returns their ids */
export const addAccountOnPost = async (tx: Tx, account: NewAccount) => {
  const postId = await addPost(tx, account)
  const personId = await addPerson(tx, account)
  await seat(tx, postId, personId)
  const { id } = await tx
    .insertInto('access.account')
    .values({
      person_id: personId,
      login: account.login,
      password_hash: account.password ? await hashPassword(account.password) : null,
      demo: account.demo ?? false,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { accountId: id, postId, personId }
}
