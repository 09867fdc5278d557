import { createHash } from 'node:crypto'
import { type Role, roles } from '#kernel/access/index.ts'
import type { TestClient, testApi } from '#kernel/access/testing.ts'
import { addUnit } from '#kernel/units/index.ts'
import { type Db, inTransaction, sql } from '#platform/db/index.ts'

/** Where somebody sits, seen from the unit whose work it is (`own`): the organiser is the city above it. */
export const places = ['province', 'city', 'own', 'child', 'sibling', 'other city'] as const
export type Place = (typeof places)[number]
export const allRoles = Object.keys(roles) as Role[]

/** The tree around one recommending unit, with a neighbouring city that has nothing to do with it. */
export const plantTree = (db: Db): Promise<Record<Place, number>> =>
  inTransaction(db, async tx => {
    const province = await addUnit(tx, { name: '示例省', kind: 'province' })
    const city = await addUnit(tx, { name: '示例市', kind: 'city', parentId: province })
    const own = await addUnit(tx, { name: '解放区', kind: 'county', parentId: city })
    const sibling = await addUnit(tx, { name: '中站区', kind: 'county', parentId: city })
    const child = await addUnit(tx, { name: '解放区一街道', kind: 'township', parentId: own })
    const other = await addUnit(tx, { name: '邻市', kind: 'city', parentId: province })
    return { province, city, own, child, sibling, 'other city': other }
  })

/** Who asks: a role somewhere, a slip, or nobody. */
export type Asker = {
  name: string
  place: Place | 'slip' | 'slip of another task' | 'visitor'
  role: Role | ''
  cookie: string
  ids?: TestClient['ids']
}

/** Every role at every place, each with a session. */
export const signInEverybody = async (
  server: ReturnType<typeof testApi>,
  units: Record<Place, number>,
): Promise<Asker[]> => {
  const askers: Asker[] = []
  for (const place of places)
    for (const role of allRoles) {
      const { cookie, ids } = await server.signedIn({ unitId: units[place], roles: [role], name: `${place} ${role}` })
      askers.push({ name: `${role} at ${place}`, place, role, cookie, ids })
    }
  return askers
}

/** Nobody in particular. */
export const visitor: Asker = { name: 'a visitor', place: 'visitor', role: '', cookie: '' }

/** Slips for the department that is asked and for the expert of the review, and two for somebody else's task. */
export const slips = async (db: Db, task: { vetRequest: number; expert: number }): Promise<Asker[]> => [
  await slip(db, 'vet', task.vetRequest, 'slip'),
  await slip(db, 'review', task.expert, 'slip'),
  await slip(db, 'vet', 999_999, 'slip of another task'),
  await slip(db, 'review', 999_999, 'slip of another task'),
]

const slip = async (db: Db, purpose: 'vet' | 'review', subject: number, place: Asker['place']): Promise<Asker> => {
  const token = `${purpose}-${subject}`
  const hash = createHash('sha256').update(token).digest('hex')
  await sql`insert into access.slip (token_hash, purpose, subject_id, holder, unit_name, phone, session_hash,
      session_seen_at, expires_at)
    values (${`link-${token}`}, ${purpose}, ${subject}, '持条人', '示例部门', '13900000000', ${hash}, clock_timestamp(),
      clock_timestamp() + interval '1 day')`.execute(db)
  const role = purpose === 'vet' ? 'vetter' : 'expert'
  return { name: `${place} (${purpose})`, place, role, cookie: `shishi_session=${token}` }
}
