import type { Role } from '#kernel/access/index.ts'
import { addUnit } from '#kernel/units/index.ts'
import { addMember, shippedProgrammes, startProgramme } from '#modules/micro-projects/index.ts'
import { type Db, inTransaction } from '#platform/db/index.ts'
import { actorNamed, settle } from '../people.ts'
import { villages } from './works.ts'

export type Village = { id: number; name: string; prefix: string; members: number[] }
export type Street = { id: number; programmeId: number; villages: Village[] }

const person = (login: string, name: string, title: string, role: Role) => ({ login, name, title, roles: [role] })

const streetPeople = [
  person('street-office', '彭晓燕', '基层党建办主任', 'party-office'),
  person('street-leader', '蒋志远', '分管副书记', 'leader'),
  person('street-finance', '谭小红', '财政所会计', 'finance'),
  person('street-member', '罗建平', '组织委员', 'organisation-member'),
  person('street-officer', '易敏', '异议受理专员', 'objection-officer'),
]

const villagePeople = (prefix: string, at: number) => [
  person(`${prefix}-rep`, `${'刘陈杨黄赵吴'[at]}国梁`, '村（居）民代表', 'representative'),
  person(`${prefix}-staff`, `${'周徐孙马朱胡'[at]}小兰`, '村（社区）专干', 'village-staff'),
  person(`${prefix}-secretary`, `${'郭何高林郑谢'[at]}德明`, '党组织书记', 'secretary'),
]

/** 示例街道 with six villages and communities, their people and lists, and this year's programme. */
export const makeStreet = async (db: Db, parentId: number, year: number): Promise<Street> => {
  const id = await inTransaction(db, tx => addUnit(tx, { name: '示例街道', kind: 'township', parentId, sortNo: 50 }))
  await settle(db, id, streetPeople)
  const made: Village[] = []
  for (const [at, name] of villages.entries()) {
    const villageId = await inTransaction(db, tx =>
      addUnit(tx, { name, kind: 'village', parentId: id, sortNo: at + 1 }),
    )
    const prefix = at === 0 ? 'village' : `village${at + 1}`
    await settle(db, villageId, villagePeople(prefix, at))
    made.push({ id: villageId, name, prefix, members: await makeMembers(db, villageId, `${prefix}-rep`, at) })
  }
  const { accountId, id: whoId, name } = await actorNamed(db, 'street-office')
  const programmeId = await inTransaction(db, tx =>
    startProgramme(tx, { id: whoId, name, accountId }, id, programmeOf(year)),
  )
  return { id, programmeId, villages: made }
}

/** Hehua's rules under the street's own name; the telephone is none that anybody has. */
const programmeOf = (year: number) => {
  const hehua = shippedProgrammes().find(each => each.id === 'hehua-2023')!
  return {
    ...hehua,
    ...{ id: `shili-${year}`, year, documentNo: `示街工发〔${year}〕1号`, issuer: '中共示例街道工委' },
    ...{ meetingBody: '示例街道党工委会议', supervisor: '示例街道基层党建办公室', supervisorPhone: '0000-12345' },
  }
}

const given = [...'国爱建桂志海文秀'].flatMap(first => [...'梁华'].map(second => first + second))

const makeMembers = (db: Db, villageId: number, rep: string, at: number): Promise<number[]> =>
  inTransaction(db, async tx => {
    const { accountId } = await actorNamed(tx, rep)
    const ids: number[] = []
    for (const [n, name] of given.entries())
      ids.push(
        await addMember(tx, {
          villageId,
          name: `${'刘陈杨黄赵吴'[at]}${name}`,
          phone: `1370000${at}${String(n).padStart(3, '0')}`,
          party: n % 3 !== 1,
          representative: n % 3 !== 2,
          accountId: n === 0 ? accountId : null,
        }),
      )
    return ids
  })
