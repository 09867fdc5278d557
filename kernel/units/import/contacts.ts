import { loginSchema } from '../shared/fields.ts'
import type { ImportChange, ImportFault } from '../shared/import-api.ts'
import { type CheckedRow, type Contact, faultAt } from './check-row.ts'
import { type ColumnKey, columns } from './columns.ts'
import { contactKey, type Held, type HeldContact, type HeldUnit } from './held.ts'

/** What is to be done for a row's contact; ids are null where the thing is still to be made. */
export type ContactStep = {
  row: number
  unitKey: string
  postId: number | null
  personId: number | null
  title: string
  name: string
  phone: string | null
  /** The account to open for the person, if any. */
  login: string | null
}

type ContactPlan = { step: ContactStep | null; changes: ImportChange['changes'] }
type Outcome = ContactPlan | (ContactPlan & { fault: ImportFault })

const nothing: ContactPlan = { step: null, changes: [] }

/**
 * Compares a row's contact with the post as it is held. A post that somebody else holds is not taken from him: that
 * is a handover, with its own record.
 * @param owners who holds a login anywhere in the house, by person
 * @param logins logins of earlier rows, which this one adds its own to
 */
export const planContact = (
  row: CheckedRow,
  unit: HeldUnit | undefined,
  unitKey: string,
  held: Held,
  owners: ReadonlyMap<string, number>,
  logins: Map<string, number>,
): Outcome => {
  const { contact } = row
  if (!contact) return nothing
  const fault = (key: ColumnKey, message: string) => ({ ...nothing, fault: faultAt(row, key, message) })
  const post = unit && held.contacts.get(contactKey(unit.id, contact.title))
  if (post?.personId && post.name !== contact.name)
    return fault('personName', `“${contact.title}”现由“${post.name}”担任，换人请用“工作移交”`)
  const login = contact.login?.toLowerCase() ?? null
  if (login) {
    const twin = logins.get(login)
    if (twin !== undefined) return fault('login', `与第${twin}行的账号相同，一人一个账号`)
    logins.set(login, row.row)
    const owner = owners.get(login)
    if (owner !== undefined && owner !== post?.personId) return fault('login', '这个账号已被别人使用，请换一个')
  }
  const opens = login !== null && !owners.has(login)
  // Only a new account is asked how it is spelt: one that was opened otherwise comes back from an export as it is.
  const spelt = loginSchema.safeParse(contact.login)
  if (opens && !spelt.success) return fault('login', spelt.error.issues[0]!.message)
  return { step: stepOf(row, unitKey, contact, post, opens), changes: changesOf(contact, post, opens) }
}

const stepOf = (row: CheckedRow, unitKey: string, contact: Contact, post: HeldContact | undefined, opens: boolean) => {
  const samePhone = contact.phone === null || contact.phone === post?.phone
  if (post?.personId && samePhone && !opens) return null
  return {
    row: row.row,
    unitKey,
    postId: post?.postId ?? null,
    personId: post?.personId ?? null,
    title: contact.title,
    name: contact.name,
    phone: contact.phone ?? post?.phone ?? null,
    login: opens ? contact.login : null,
  }
}

const changesOf = (contact: Contact, post: HeldContact | undefined, opens: boolean): ImportChange['changes'] => {
  const change = (key: ColumnKey, from: string | null | undefined, to: string | null) =>
    to === null || to === (from ?? '') ? [] : [{ column: columns[key].title, from: from ?? '', to }]
  return [
    ...change('postTitle', post?.title, contact.title),
    ...change('personName', post?.name, contact.name),
    ...change('phone', post?.phone, contact.phone),
    ...(opens ? change('login', '', contact.login) : []),
  ]
}
