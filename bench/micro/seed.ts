import pg from 'pg'
import { shippedProgrammes } from '#modules/micro-projects/index.ts'

export type Scale = { villages: number; projects: number; signatures: number }

/** Session tokens of the load; the database holds their hashes. */
export const countyToken = 'bench-county'
export const districtToken = (district: number) => `bench-district-${district}`
export const villageToken = (village: number) => `bench-village-${village}`

const VILLAGES_OF_DISTRICT = 20
const MEMBERS = 50
const HOUSEHOLDS = 300

/** What an approved project was given; no member gives more than the year's allowance. */
const APPROVED_FEN = 10_000

/** A county in the last quarter of its year, filled by whole statements. */
export const seed = async (url: string, scale: Scale): Promise<void> => {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=Asia/Shanghai' })
  await client.connect()
  try {
    await client.query('begin')
    await addUnits(client, scale.villages)
    await addPosts(client)
    await addProgrammes(client)
    await addProjects(client, scale)
    await addMoney(client)
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const addUnits = async (client: pg.Client, villages: number) => {
  await client.query(`insert into units.unit (name, full_name, kind) values ('示例县', '示例县', 'county')`)
  await client.query(
    `insert into units.unit (parent_id, name, full_name, kind, sort_no)
     select c.id, '示例' || n || '街道', '示例' || n || '街道', 'township', n
     from units.unit c, generate_series(1, $1::int) n where c.kind = 'county' order by n`,
    [Math.ceil(villages / VILLAGES_OF_DISTRICT)],
  )
  await client.query(
    `insert into units.unit (parent_id, name, full_name, kind, sort_no)
     select d.id, '示例' || n || '村', '示例' || n || '村', 'village', n
     from generate_series(1, $1::int) n
     join units.unit d on d.kind = 'township' and d.sort_no = (n - 1) / ${VILLAGES_OF_DISTRICT} + 1 order by n`,
    [villages],
  )
}

/** An office at the county and in each sub-district, staff in each village, all of them signed in. */
const addPosts = (client: pg.Client) =>
  client.query(`
    insert into units.person (name) select '经办' || id from units.unit order by id;
    insert into units.post (unit_id, title, roles)
    select id, '经办岗', case kind when 'village' then array['village-staff'] else array['party-office'] end
    from units.unit order by id;
    insert into units.post_holder (post_id, person_id, rank)
    select p.id, n.id, 'A' from units.post p join units.person n on n.name = '经办' || p.unit_id;
    insert into access.account (person_id, login) select id, 'bench' || id from units.person order by id;
    insert into access.session (token_hash, account_id, post_id, expires_at)
    select encode(sha256(convert_to(case u.kind when 'county' then '${countyToken}'
      when 'township' then 'bench-district-' || u.sort_no else 'bench-village-' || u.sort_no end, 'UTF8')), 'hex'), a.id, p.id, clock_timestamp() + interval '12 hours'
    from units.post p join units.unit u on u.id = p.unit_id join units.post_holder h on h.post_id = p.id
    join access.account a on a.person_id = h.person_id`)

/** Hehua's programme in every sub-district, with the members and households of its villages. */
const addProgrammes = async (client: pg.Client) => {
  const hehua = shippedProgrammes().find(({ id }) => id === 'hehua-2023')
  await client.query(
    `insert into micro.programme (unit_id, slug, year, content)
     select id, 'bench-' || id, 2023, $1::jsonb from units.unit where kind = 'township' order by id`,
    [JSON.stringify(hehua)],
  )
  await client.query(`
    insert into micro.member (village_id, name, phone, party, representative)
    select v.id, '党员' || m, '139' || lpad((v.sort_no * 100 + m)::text, 8, '0'), m % 3 > 0, m % 3 = 0
    from units.unit v, generate_series(0, ${MEMBERS - 1}) m where v.kind = 'village' order by v.id, m;
    insert into micro.household (district_id, village_id, head, door, phone)
    select v.parent_id, v.id, '户主' || v.sort_no || '-' || h, h || '号', '138' || lpad((v.sort_no * 1000 + h)::text, 8, '0')
    from units.unit v, generate_series(0, ${HOUSEHOLDS - 1}) h where v.kind = 'village' order by v.id, h`)
}

/** Of twenty projects of a village one is a draft, eight are paid, the rest are on their way. */
const STATES = [
  ...['draft', 'secretary', 'office', 'leader', 'amount', 'meeting', 'rejected', 'building', 'building', 'building'],
  ...['completed', 'accepted', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'paid'],
]
const hasMoney = `(state in ('meeting', 'building', 'completed', 'accepted', 'paid'))`

const addProjects = async (client: pg.Client, { villages, projects, signatures }: Scale) => {
  await client.query(
    `create temporary table village as select v.id, v.sort_no - 1 as place, g.id as programme_id,
       (select min(m.id) from micro.member m where m.village_id = v.id) as member,
       (select min(h.id) from micro.household h where h.village_id = v.id) as household
     from units.unit v join micro.programme g on g.unit_id = v.parent_id where v.kind = 'village'`,
  )
  await client.query(
    `insert into micro.project (code, programme_id, village_id, lead_id, title, place, brief, state, asked_fen)
     select lpad(n::text, 8, '0'), v.programme_id, v.id, v.member + (n / $2) % ${MEMBERS}, '修补道路' || n, n || '组',
       '{"scale": "修补30米", "effect": "方便出行", "funding": "专项经费", "startsOn": "2023-10-08", "finishesOn": "2023-10-20"}',
       ($3::text[])[(n / $2) % 20 + 1], ${APPROVED_FEN}
     from generate_series(0, $1::int - 1) n join village v on v.place = n % $2 order by n`,
    [projects, villages, STATES],
  )
  await client.query(
    `update micro.project set approved_fen = ${APPROVED_FEN}, spent_fen = ${APPROVED_FEN} where ${hasMoney};
     insert into micro.backing (project_id, member_id, way)
     select id, lead_id, 'paper' from micro.project;
     insert into micro.budget_line (project_id, seq, kind, item, fen)
     select id, 1, 'material', '水泥', ${APPROVED_FEN} from micro.project`,
  )
  await client.query(
    `insert into micro.signature (project_id, household_id, way)
     select p.id, v.household + (p.id * 7 + s) % ${HOUSEHOLDS}, 'paper' from micro.project p
     join village v on v.id = p.village_id,
       generate_series(1, $1::int + case when p.id % 3 = 0 then 1 else 0 end) s order by p.id, s`,
    [Math.floor(signatures / projects)],
  )
}

/** Grants, approvals and payments; the trigger would take minutes, so balances are summed up once. */
const addMoney = (client: pg.Client) =>
  client.query(`
    alter table micro.posting disable trigger posting_moves;
    insert into micro.account (programme_id, kind) select id, 'grant' from micro.programme order by id;
    insert into micro.account (programme_id, kind, member_id)
    select v.programme_id, 'member', m.id from micro.member m join village v on v.id = m.village_id order by m.id;
    insert into micro.account (programme_id, kind, project_id)
    select programme_id, 'project', id from micro.project where ${hasMoney} order by id;
    insert into micro.account (programme_id, kind, project_id)
    select programme_id, 'paid', id from micro.project where state = 'paid' order by id;
    insert into micro.posting (what, from_id, to_id, fen)
    select 'grant', g.id, a.id, 20000 from micro.account a
    join micro.account g on g.programme_id = a.programme_id and g.kind = 'grant' where a.kind = 'member' order by a.id;
    insert into micro.posting (what, from_id, to_id, fen, project_id)
    select 'approve', m.id, a.id, p.approved_fen, p.id from micro.project p
    join micro.account a on a.project_id = p.id and a.kind = 'project'
    join micro.account m on m.member_id = p.lead_id order by p.id;
    insert into micro.posting (what, from_id, to_id, fen, project_id)
    select 'pay', f.id, t.id, ${APPROVED_FEN}, p.id from micro.project p
    join micro.account f on f.project_id = p.id and f.kind = 'project'
    join micro.account t on t.project_id = p.id and t.kind = 'paid' order by p.id;
    insert into micro.payment (project_id, fen, voucher, payee, paid_on)
    select id, ${APPROVED_FEN}, '记-' || id, '集体账户', '2023-12-01' from micro.project where state = 'paid';
    update micro.account a set balance_fen = s.fen from (select id, sum(fen) as fen from (
      select to_id as id, fen from micro.posting union all select from_id, -fen from micro.posting) moved group by id) s
    where s.id = a.id and a.kind = 'grant';
    update micro.account a set balance_fen = greatest(0, s.fen) from (select id, sum(fen) as fen from (
      select to_id as id, fen from micro.posting union all select from_id, -fen from micro.posting) moved group by id) s
    where s.id = a.id and a.kind <> 'grant';
    alter table micro.posting enable trigger posting_moves`)
