import pg from 'pg'
import type { LoadRequest } from '../load/index.ts'
import type { Case } from '../selection/cases.ts'
import { countyToken, districtToken, villageToken } from './seed.ts'

export const cookieOf = (token: string) => `shishi_session=${token}`

type Found = { programme: number; district: number; village: number; middle: number; project: number; code: string }

const find = async (url: string): Promise<Found> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(`
    select g.id::int as programme, g.unit_id::int as district, v.id::int as village,
      (select (max(id) / 2)::int from micro.project) as middle, p.id::int as project, p.code
    from micro.programme g join units.unit v on v.parent_id = g.unit_id and v.sort_no = 1
    join lateral (select id, code from micro.project where village_id = v.id and state = 'paid' limit 1) p on true`)
  await client.end()
  return rows[0]
}

const rows = /from micro\./

/** Pages that are opened most: the county's list of everything, a village's own, the money, and what the public sees. */
export const makeCases = async (url: string): Promise<Case[]> => {
  const found = await find(url)
  const by = (token: string) => (path: string) => [{ method: 'GET', path, cookie: cookieOf(token) } as LoadRequest]
  const [county, district, village] = [by(countyToken), by(districtToken(1)), by(villageToken(1))]
  const money = `/api/micro/programmes/${found.programme}`
  return [
    { name: 'list', requests: county('/api/micro/projects'), rows },
    { name: 'list-middle', requests: county(`/api/micro/projects?after=${found.middle}`), rows },
    { name: 'list-waiting', requests: county('/api/micro/projects?mine=1'), rows },
    { name: 'list-village', requests: village('/api/micro/projects'), rows },
    { name: 'list-words', requests: county(`/api/micro/projects?words=${encodeURIComponent('道路29')}`), rows },
    { name: 'wall-board', requests: county('/api/micro/board'), rows },
    { name: 'wall-board-district', requests: district('/api/micro/board'), rows },
    { name: 'project', requests: village(`/api/micro/projects/${found.project}`), rows },
    { name: 'signatures', requests: village(`/api/micro/projects/${found.project}/signatures`), rows },
    { name: 'ledger', requests: county(`${money}/ledger`), rows },
    { name: 'report', requests: county(`${money}/report`), rows },
    { name: 'allowances', requests: county(`${money}/allowances?villageId=${found.village}`), rows },
    { name: 'board', requests: by('')(`/micro/districts/${found.district}`), rows },
    { name: 'site-village', requests: by('')(`/micro/villages/${found.village}`), rows },
    { name: 'site-project', requests: by('')(`/micro/projects/${found.code}`), rows },
  ]
}
