import type { Client } from 'pg'

/** Schemas that are ours to describe; pg-boss makes and changes its own. */
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss', 'public')
  and not (n.nspname = 'app' and c.relname = 'migration')`
const oursWithout = (relation: string): string => OURS.replaceAll('c.relname', relation)

export interface Column {
  schema: string
  table: string
  kind: 'table' | 'view'
  name: string
  /** Element type for an array. */
  type: string
  /** As PostgreSQL writes it: 'character varying(20)', 'text[]'. */
  declared: string
  array: boolean
  labels: string[] | null
  required: boolean
  default: string | null
  /** '' none, 'a' always, 'd' by default. */
  identity: string
  /** '' none, 's' stored. */
  generated: string
}

/** Every column of every table and view, in the order of schema, table and position. */
export const readColumns = async (client: Client): Promise<Column[]> => {
  const { rows } = await client.query<Column>(`
    select n.nspname as schema, c.relname as table, case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
      a.attname as name, coalesce(e.typname, t.typname) as type, format_type(a.atttypid, a.atttypmod) as declared,
      e.oid is not null as array, a.attnotnull as required, pg_get_expr(d.adbin, d.adrelid) as default,
      a.attidentity as identity, a.attgenerated as generated,
      (select array_agg(l.enumlabel::text order by l.enumsortorder) from pg_enum l
        where l.enumtypid = coalesce(e.oid, t.oid)) as labels
    from pg_attribute a
    join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    join pg_namespace n on n.oid = c.relnamespace
    join pg_type t on t.oid = a.atttypid
    left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and ${OURS}
    order by n.nspname collate "C", c.relname collate "C", a.attnum`)
  return rows
}

/** Each query gives one column `sql` of finished statements, in a fixed order. */
const STATEMENTS: Record<string, string> = {
  schemas: `select format('create schema %I;', nspname) as sql from pg_namespace n
    where ${oursWithout("''")} order by nspname collate "C"`,
  extensions: `select format('create extension %I with schema %I;', extname, nspname) as sql
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where extname <> 'plpgsql' order by extname`,
  types: `select format('create type %I.%I as enum (%s);', n.nspname, t.typname,
      (select string_agg(quote_literal(enumlabel), ', ' order by enumsortorder) from pg_enum where enumtypid = t.oid)) as sql
    from pg_type t join pg_namespace n on n.oid = t.typnamespace
    where t.typtype = 'e' and ${oursWithout("''")} order by n.nspname collate "C", t.typname collate "C"`,
  sequences: `select format('create sequence %I.%I;', n.nspname, c.relname) as sql
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and ${OURS} and not exists (select from pg_depend where objid = c.oid and deptype in ('a', 'i'))
    order by 1`,
  functions: `select replace(pg_get_functiondef(p.oid), E'\\r', '') || ';' as sql
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${oursWithout("''")} and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
    order by n.nspname collate "C", p.proname collate "C", p.oid::regprocedure::text collate "C"`,
  views: `select format(E'create %sview %I.%I as\\n%s', case c.relkind when 'm' then 'materialized ' else '' end,
      n.nspname, c.relname, pg_get_viewdef(c.oid, true)) as sql
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('v', 'm') and ${OURS} order by n.nspname collate "C", c.relname collate "C"`,
}

/** Statements that need no putting together, by kind. */
export const readStatements = async (client: Client): Promise<Record<string, string[]>> => {
  const found: Record<string, string[]> = {}
  for (const [kind, query] of Object.entries(STATEMENTS)) {
    const { rows } = await client.query<{ sql: string }>(query)
    found[kind] = rows.map(row => row.sql)
  }
  return found
}

export interface TableParts {
  schema: string
  table: string
  /** Set for a partitioned table: 'RANGE (at)'. */
  partitionedBy: string | null
  /** Set for a partition: its parent and bound. */
  partitionOf: string | null
  constraints: string[]
  indexes: string[]
  triggers: string[]
  policies: string[]
}

/** What hangs on each table; not-null constraints stand with their columns. */
export const readTables = async (client: Client): Promise<TableParts[]> => {
  const { rows } = await client.query<TableParts>(`
    select n.nspname as schema, c.relname as table, pg_get_partkeydef(c.oid) as "partitionedBy",
      case when c.relispartition then (select i.inhparent::regclass from pg_inherits i where i.inhrelid = c.oid)
        || ' ' || pg_get_expr(c.relpartbound, c.oid) end as "partitionOf",
      array(select format('constraint %I %s', k.conname, pg_get_constraintdef(k.oid, true)) from pg_constraint k
        where k.conrelid = c.oid and k.contype in ('p', 'u', 'c', 'f', 'x') and k.conparentid = 0
        order by position(k.contype::text in 'pucxf'), k.conname collate "C") as constraints,
      array(select pg_get_indexdef(x.indexrelid) from pg_index x join pg_class ix on ix.oid = x.indexrelid
        where x.indrelid = c.oid and not ix.relispartition
          and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.conrelid = c.oid)
        order by ix.relname collate "C") as indexes,
      array(select pg_get_triggerdef(g.oid, true) from pg_trigger g
        where g.tgrelid = c.oid and not g.tgisinternal and g.tgparentid = 0 order by g.tgname collate "C") as triggers,
      array(select format('-- row policy %I', polname) from pg_policy where polrelid = c.oid order by polname) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${OURS}
    order by n.nspname collate "C", c.relname collate "C"`)
  return rows
}
