import pg from 'pg'
import type { Plan } from '#modules/selection/shared/index.ts'
import { nameOf, quotasOf } from './plan.ts'
import { makeTemplates } from './templates.ts'

export type Scale = { units: number; nominations: number }

/** Session tokens of the load; the database holds their hashes. */
export const organiserToken = 'bench-organiser'
export const clerkToken = (unit: number) => `bench-clerk-${unit}`

const templatesPerCategory = 20

/** A campaign in the middle of recommendation, filled by whole statements: seconds, not the hours of 20,000 clerks. */
export const seed = async (url: string, plan: Plan, scale: Scale): Promise<void> => {
  const client = new pg.Client({ connectionString: url, options: '-c TimeZone=Asia/Shanghai' })
  await client.connect()
  try {
    await client.query('begin')
    await addUnits(client, scale.units)
    await addPosts(client)
    await addCampaign(client, plan)
    await addTemplates(client, plan)
    await addPhoto(client)
    await addNominations(client, plan, scale)
    await addPrints(client)
    await client.query('commit')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** A province, a city for each hundred counties, and the counties. */
const addUnits = async (client: pg.Client, units: number) => {
  await client.query(`insert into units.unit (name, full_name, kind) values ('示例省', '示例省', 'province')`)
  await client.query(
    `insert into units.unit (parent_id, name, full_name, kind, sort_no)
     select p.id, '示例第' || n || '市', '示例第' || n || '市', 'city', n
     from units.unit p, generate_series(1, $1::int) n where p.kind = 'province'`,
    [Math.ceil(units / 100)],
  )
  await client.query(
    `insert into units.unit (parent_id, name, full_name, kind, sort_no)
     select c.id, names.name, names.name, 'county', n
     from unnest($1::text[]) with ordinality names (name, n)
     join units.unit c on c.kind = 'city' and c.sort_no = (n - 1) / 100 + 1`,
    [Array.from({ length: units }, (_, index) => nameOf(index))],
  )
}

/** An organiser at the province and a clerk in each county, all of them signed in. */
const addPosts = async (client: pg.Client) => {
  await client.query(`
    insert into units.person (name) select '经办' || id from units.unit where kind in ('province', 'county') order by id;
    insert into units.post (unit_id, title, roles)
    select id, '经办岗', case kind when 'province' then array['organiser'] else array['recommender'] end
    from units.unit where kind in ('province', 'county') order by id;
    insert into units.post_holder (post_id, person_id, rank)
    select p.id, n.id, 'A' from units.post p join units.person n on n.name = '经办' || p.unit_id;
    insert into access.account (person_id, login) select id, 'bench' || id from units.person order by id;
    insert into access.session (token_hash, account_id, post_id, expires_at)
    select encode(sha256(convert_to(case u.kind when 'province' then '${organiserToken}' else '${clerkToken(0).slice(0, -1)}'
      || row_number() over (partition by u.kind order by u.id) end, 'UTF8')), 'hex'), a.id, p.id,
      clock_timestamp() + interval '12 hours'
    from units.post p join units.unit u on u.id = p.unit_id join units.post_holder h on h.post_id = p.id
    join access.account a on a.person_id = h.person_id`)
}

const addCampaign = async (client: pg.Client, plan: Plan) => {
  await client.query(`insert into selection.plan (slug, title, unit_id, sources)
    select 'bench', '性能测试', id, '{}' from units.unit where kind = 'province'`)
  await client.query(
    `insert into selection.plan_version (plan_id, version, sources, content, hash, reason)
     select id, 1, '{}', $1::jsonb, 'bench', '首次发布' from selection.plan`,
    [JSON.stringify(plan)],
  )
  await client.query(
    `insert into selection.campaign (slug, title, short_title, unit_id, plan_version_id, state, started_at)
     select 'bench', $1, $2, p.unit_id, v.id, 'running', app.now()
     from selection.plan p join selection.plan_version v on v.plan_id = p.id`,
    [plan.title, plan.shortTitle],
  )
  await client.query(
    `insert into selection.campaign_category (campaign_id, category, seq)
     select c.id, s ->> 'key', n from selection.campaign c, jsonb_array_elements($1::jsonb) with ordinality each (s, n)`,
    [JSON.stringify(plan.categories)],
  )
  await client.query(
    `insert into selection.stage_run (campaign_id, seq, stage, kind, state, due_on)
     select c.id, n, s ->> 'key', s ->> 'kind', case when s ->> 'kind' = 'recommend' then 'open' else 'waiting' end,
       (s ->> 'dueBy')::date
     from selection.campaign c, jsonb_array_elements($1::jsonb) with ordinality stages (s, n)`,
    [JSON.stringify(plan.stages)],
  )
  await client.query(`update selection.campaign c set stage_run_id = r.id from selection.stage_run r
    where r.campaign_id = c.id and r.kind = 'recommend'`)
}

const addTemplates = async (client: pg.Client, plan: Plan) => {
  const rows = (await makeTemplates(plan, templatesPerCategory)).map((row, n) => ({
    ...row,
    n: n % templatesPerCategory,
  }))
  await client.query(
    `create temporary table template as select * from jsonb_to_recordset($1::jsonb) as t (n int, category text,
     subject text, name text, answers jsonb, articles jsonb, particulars jsonb, findings jsonb, "nameOrder" text,
     prints jsonb)`,
    [JSON.stringify(rows)],
  )
}

/** The one photograph that all nominees share; its file is never opened. */
const addPhoto = (client: pg.Client) =>
  client.query(
    `insert into files.file (key, sha256, name, mime, bytes, facts, uploaded_by, kept_for)
     values ('sample', 'bench', '照片.jpg', 'image/jpeg', 80000, $1::jsonb, 'bench', 'nomination')`,
    [JSON.stringify({ format: 'jpeg', width: 413, height: 626, blueShare: 0.95, whiteShare: 0 })],
  )

/** Of twenty units one is filling in, one has its list back, two are received, the rest have handed in. */
const stateOf = (order: string, names: readonly [open: string, returned: string, accepted: string, rest: string]) =>
  `(case ${order} % 20 when 1 then '${names[0]}' when 2 then '${names[1]}' when 3 then '${names[2]}'
    when 4 then '${names[2]}' else '${names[3]}' end)`

const addNominations = async (client: pg.Client, plan: Plan, { units, nominations }: Scale) => {
  await client.query(
    `insert into selection.submission (campaign_id, unit_id, unit_key, unit_class, unit_order, quota, state, due_on)
     select c.id, u.id, 'county-' || u.n, 'county', u.n, $1::jsonb,
       ${stateOf('u.n', ['open', 'returned', 'accepted', 'submitted'])}, current_date + 10
     from selection.campaign c, (select id, row_number() over (order by id) as n from units.unit where kind = 'county') u`,
    [JSON.stringify(quotasOf(plan))],
  )
  await client.query(
    `insert into selection.nomination (campaign_id, category, subject, name, origin_unit_id, submission_id, unit_id,
       unit_order, rank, state, answers, articles, particulars, findings, identity_key, edited_by, submitted_at, name_order, printed_revision)
     select s.campaign_id, t.category, t.subject, t.name, s.unit_id, s.id, s.unit_id, s.unit_order,
       k / cardinality($1::text[]) + 1, ${stateOf('s.unit_order', ['draft', 'returned', 'accepted', 'submitted'])},
       t.answers, t.articles, t.particulars, t.findings,
       case when t.subject = 'person' then md5(s.id || '.' || k) end, '经办' || s.unit_id,
       case when s.state <> 'open' then app.now() - interval '1 day' end, t."nameOrder", 0
     from selection.submission s cross join generate_series(0, $2::int - 1) k
     join template t on t.category = ($1::text[])[k % cardinality($1::text[]) + 1]
       and t.n = (s.unit_order * 7 + k) % ${templatesPerCategory}
     order by s.unit_order, k`,
    [plan.categories.map(({ key }) => key), Math.max(1, Math.round(nominations / units))],
  )
  await client.query(`
    insert into selection.nomination_version (nomination_id, version, answers, articles, hash, unit_id)
    select id, 1, answers, articles, 'bench', unit_id from selection.nomination where state <> 'draft';
    insert into selection.local_notice (submission_id, medium, media_level, published_on, workdays, last_day, nomination_ids)
    select s.id, '县政府门户网站', 'county', current_date - 10, 5, current_date - 3,
      array(select m.id from selection.nomination m where m.submission_id = s.id) from selection.submission s;
    insert into selection.pool_entry (stage_run_id, nomination_id, category, outcome, decided_at)
    select r.id, m.id, m.category, 'pass', app.now() from selection.nomination m
    join selection.stage_run r on r.campaign_id = m.campaign_id and r.kind = 'recommend' where m.state = 'accepted'`)
}

/** Marks of every article, and five pairs each: a campaign in which everybody copies. */
const addPrints = (client: pg.Client) =>
  client.query(`
    insert into selection.article_print (nomination_id, material, marks)
    select m.id, p ->> 'material', array(select jsonb_array_elements_text(p -> 'marks')::int)
    from selection.nomination m join template t on t.category = m.category and t.name = m.name,
      jsonb_array_elements(t.prints) p on conflict do nothing;
    insert into selection.similar_pair
      (campaign_id, left_id, left_material, right_id, right_material, share, common)
    select m.campaign_id, m.id, p.material, m.id + n, p.material, (m.id % 90) / 100.0 + 0.1, 200 + m.id % 800
    from selection.nomination m join selection.article_print p on p.nomination_id = m.id, generate_series(1, 5) n
    where m.id + n <= (select max(id) from selection.nomination)`)
