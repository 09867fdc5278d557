import pg from 'pg'
import type { LoadRequest } from '../load/index.ts'
import { clerkToken, organiserToken } from './seed.ts'

/** One thing that people do, as the requests that do it. */
export type Case = {
  name: string
  requests: LoadRequest[]
  /** Which of the request's statements fetch or write what it is about; the reference runs these and no others. */
  rows: RegExp
}

const cookie = (token: string) => `shishi_session=${token}`
const rowsPerPage = 50

type Found = { campaign: number; category: string; clerks: { submission: number; unit: number; nomination: number }[] }

/** Where the seed put things; clerks of units that are still filling in, one nomination of each. */
const find = async (client: pg.Client): Promise<Found> => {
  const { rows } = await client.query(`
    select distinct on (s.id) s.campaign_id::int as campaign, s.id::int as submission, s.unit_order as unit,
      m.id::int as nomination
    from selection.submission s join selection.nomination m on m.submission_id = s.id
    where s.state = 'open' and m.subject = 'person' order by s.id, m.id limit 16`)
  const { rows: most } = await client.query(
    `select category from selection.tally where state = 'submitted' order by n desc limit 1`,
  )
  return { campaign: rows[0].campaign, category: most[0].category, clerks: rows }
}

/** The position after `pages` pages, read off the database as a reader who turned that many pages would hold it. */
const positionAfter = async (client: pg.Client, { category }: Found, pages: number): Promise<string> => {
  const { rows } = await client.query(
    `select array[unit_order, coalesce(rank, 0), id] as position from selection.nomination
     where category = $1 and state = 'submitted' order by unit_order, coalesce(rank, 0), id offset $2 limit 1`,
    [category, pages * rowsPerPage - 1],
  )
  const position: string[] = rows[0]?.position ?? [0, 0, 0]
  return Buffer.from(JSON.stringify(position.map(Number))).toString('base64url')
}

const bodyOf = async (client: pg.Client, nomination: number): Promise<string> => {
  const { rows } = await client.query(
    'select revision, answers, articles, particulars, reasons from selection.nomination where id = $1',
    [nomination],
  )
  return JSON.stringify(rows[0])
}

/** The pages that a large campaign's people open most, as they are asked for. */
export const makeCases = async (url: string): Promise<Case[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const found = await find(client)
  const campaign = `/api/selection/campaigns/${found.campaign}`
  const list = `${campaign}/nominations?category=${found.category}&state=submitted&limit=${rowsPerPage}`
  const read = (path: string): LoadRequest => ({ method: 'GET', path, cookie: cookie(organiserToken) })
  const clerk = (unit: number) => cookie(clerkToken(unit))
  const saves: LoadRequest[] = []
  for (const { nomination, unit } of found.clerks)
    saves.push({
      method: 'PUT',
      path: `/api/selection/nominations/${nomination}`,
      cookie: clerk(unit),
      body: await bodyOf(client, nomination),
    })
  const cases: Case[] = [
    { name: 'list', requests: [read(list)], rows: rowsOfList },
    {
      name: 'list-page-100',
      requests: [read(`${list}&after=${await positionAfter(client, found, 99)}`)],
      rows: rowsOfList,
    },
    { name: 'list-by-name', requests: [read(`${campaign}/nominations?order=name`)], rows: rowsOfList },
    { name: 'similar', requests: [read(`${campaign}/similar`)], rows: /selection\.similar_pair\b/ },
    { name: 'overview', requests: [read(campaign)], rows: /selection\.(stage_run|pool_entry|pool_tally)\b/ },
    { name: 'overview-units', requests: [read(`${campaign}/units`)], rows: /selection\.submission\b/ },
    {
      name: 'unit',
      requests: found.clerks.map(({ submission, unit }) => ({
        method: 'GET',
        path: `/api/selection/submissions/${submission}`,
        cookie: clerk(unit),
      })),
      rows: /from selection\./,
    },
    {
      name: 'save',
      requests: saves,
      rows: /^begin|^update "?selection"?\."?nomination|^commit/,
    },
  ]
  await client.end()
  return cases
}

const rowsOfList = /from selection\.(nomination|tally)\b/
