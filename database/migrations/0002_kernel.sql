-- Units, people and posts -----------------------------------------------------------------------------------------
create schema units;

create table units.unit (
  id bigint generated always as identity primary key,
  parent_id bigint references units.unit,
  -- '/1/5/9/': the ids from the root to the unit itself, so that a subtree is one index range
  path text not null default '',
  name text not null,
  full_name text not null,
  kind text not null check (kind in ('province', 'city', 'county', 'township', 'village', 'direct')),
  region_code text,
  -- the office's own order of units (官方序), used in every list
  sort_no integer not null default 0,
  population integer,
  population_basis text,
  active boolean not null default true,
  created_at timestamptz not null default clock_timestamp()
);
create unique index unit_path on units.unit (path text_pattern_ops);
create unique index unit_name on units.unit (coalesce(parent_id, 0), name);
create index unit_parent on units.unit (parent_id, sort_no);

-- The path follows the parent; a unit can be moved, a circle cannot be made.
create function units.set_path() returns trigger language plpgsql as $$
declare above text;
begin
  if new.parent_id is null then above := '/';
  else
    select path into above from units.unit where id = new.parent_id;
    if above like '%/' || new.id || '/%' then
      raise exception 'unit % cannot stand below itself', new.id using errcode = 'check_violation';
    end if;
  end if;
  new.path := above || new.id || '/';
  return new;
end $$;
create trigger unit_path_set before insert or update of parent_id on units.unit
  for each row execute function units.set_path();

create function units.move_children() returns trigger language plpgsql as $$
begin
  update units.unit set path = new.path || substr(path, length(old.path) + 1)
  where path like old.path || '_%';
  return null;
end $$;
create trigger unit_children_follow after update of parent_id on units.unit
  for each row when (old.path is distinct from new.path) execute function units.move_children();

create table units.person (
  id bigint generated always as identity primary key,
  name text not null,
  phone text,
  created_at timestamptz not null default clock_timestamp()
);

create table units.post (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units.unit,
  title text not null,
  roles text[] not null default '{}',
  active boolean not null default true
);
create index post_unit on units.post (unit_id);

-- 岗位 with a first and a second person (A/B 角); a row ends when the post is handed over.
create table units.post_holder (
  id bigint generated always as identity primary key,
  post_id bigint not null references units.post,
  person_id bigint not null references units.person,
  rank text not null check (rank in ('A', 'B')),
  since timestamptz not null default clock_timestamp(),
  until timestamptz
);
create unique index post_holder_now on units.post_holder (post_id, rank) where until is null;
create index post_holder_person on units.post_holder (person_id) where until is null;

-- Access ----------------------------------------------------------------------------------------------------------
create schema access;

create table access.account (
  id bigint generated always as identity primary key,
  person_id bigint not null unique references units.person,
  login text not null unique,
  password_hash text,
  active boolean not null default true,
  -- may be entered with one click, in a demo only
  demo boolean not null default false,
  failed_attempts integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default clock_timestamp()
);

create table access.session (
  token_hash text primary key,
  account_id bigint not null references access.account,
  post_id bigint references units.post,
  created_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null
);
create index session_account on access.session (account_id);

-- An expiring slip for people who come once a year for ten minutes (vetting departments, experts).
create table access.slip (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  purpose text not null,
  subject_id bigint not null,
  holder text not null,
  unit_name text not null,
  phone text not null,
  code_hash text,
  code_expires_at timestamptz,
  code_tries integer not null default 0,
  session_hash text unique,
  -- ends the session after 30 minutes idle; a new code opens another
  session_seen_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_by bigint references access.account,
  created_at timestamptz not null default clock_timestamp()
);
create index slip_subject on access.slip (purpose, subject_id);

-- The one-time code that lets the first administrator in (DEMO=0); gone once used.
create table access.first_run (
  only_row boolean primary key default true check (only_row),
  code_hash text not null,
  created_at timestamptz not null default clock_timestamp()
);

-- Audit -----------------------------------------------------------------------------------------------------------
create schema audit;

create table audit.entry (
  id bigint primary key,
  at timestamptz not null default clock_timestamp(),
  business_at timestamptz not null default app.now(),
  actor text not null,
  actor_name text not null,
  post_id bigint,
  unit_id bigint,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  prev_hash text not null,
  hash text not null
);
create index entry_subject on audit.entry (subject_kind, subject_id, id desc);
create index entry_unit on audit.entry (unit_id, id desc);

create table audit.head (only_row boolean primary key default true check (only_row), id bigint not null, hash text not null);
insert into audit.head values (true, 0, repeat('0', 64));

-- What the hash covers. timestamptz is written as UTC microseconds so that no session setting changes it.
create function audit.hash_of(e audit.entry) returns text language sql stable as $$
  select encode(sha256(convert_to(concat_ws(E'\x1f', e.prev_hash, e.id, extract(epoch from e.at)::numeric(20, 6),
    extract(epoch from e.business_at)::numeric(20, 6), e.actor, e.actor_name, coalesce(e.post_id, 0),
    coalesce(e.unit_id, 0), e.action, e.subject_kind, e.subject_id, e.detail::text), 'UTF8')), 'hex')
$$;

-- Ids are gapless and each entry holds its predecessor's hash; the head row makes writers queue until commit.
create function audit.chain() returns trigger language plpgsql as $$
declare head audit.head;
begin
  update audit.head set id = id + 1 where only_row returning * into head;
  new.id := head.id;
  new.prev_hash := head.hash;
  new.hash := audit.hash_of(new);
  update audit.head set hash = new.hash where only_row;
  return new;
end $$;
create trigger entry_chain before insert on audit.entry for each row execute function audit.chain();

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger entry_kept before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger entry_kept_whole before truncate on audit.entry execute function audit.refuse_change();

-- Files -----------------------------------------------------------------------------------------------------------
create schema files;

create table files.file (
  id bigint generated always as identity primary key,
  -- what a link names; not guessable
  key text not null unique,
  sha256 text not null,
  name text not null,
  mime text not null,
  bytes bigint not null,
  -- what inspection found: pixels, background shares, pages …
  facts jsonb not null default '{}',
  unit_id bigint references units.unit,
  uploaded_by text not null,
  public boolean not null default false,
  -- what it was kept for ('objection', 'evidence' …); null until a form that names it is saved, swept after a day
  kept_for text,
  created_at timestamptz not null default clock_timestamp()
);
create index file_sha on files.file (sha256);
create index file_unkept on files.file (created_at) where kept_for is null;

-- Notifications -----------------------------------------------------------------------------------------------------
create schema notifications;

create table notifications.message (
  id bigint generated always as identity primary key,
  channel text not null check (channel in ('in-app', 'sms', 'mail')),
  post_id bigint references units.post,
  address text,
  subject text not null,
  body text not null,
  link text,
  campaign_id bigint,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'read')),
  error text,
  -- business time, like everything a person reads beside it
  created_at timestamptz not null default app.now(),
  sent_at timestamptz,
  read_at timestamptz
);
create index message_post on notifications.message (post_id, id desc) where channel = 'in-app';
create index message_queue on notifications.message (id) where state = 'queued' and channel <> 'in-app';

-- Publicity ---------------------------------------------------------------------------------------------------------
create schema publicity;

create table publicity.notice (
  id bigint generated always as identity primary key,
  -- what the public address names
  code text not null unique,
  -- the matter it belongs to, in the words of the module that made it: ('selection', campaign id, stage key)
  module text not null,
  matter_id bigint not null,
  stage text not null,
  unit_id bigint not null references units.unit,
  -- a publicity has a period and takes objections; results and stories are issued the same way without one
  kind text not null default 'publicity' check (kind in ('publicity', 'result', 'story')),
  version integer not null default 1,
  supersedes bigint references publicity.notice,
  title text not null,
  content jsonb not null,
  content_hash text not null,
  workdays integer not null check (workdays >= 0),
  count_publish_day boolean not null default false,
  state text not null default 'draft'
    check (state in ('draft', 'in-review', 'approved', 'issued', 'superseded', 'withdrawn')),
  published_on date,
  last_day date,
  proceed_on date,
  period jsonb,
  calendar_version text,
  drafted_by bigint references access.account,
  drafted_at timestamptz,
  -- everyone who wrote in it: none of them may review or issue it
  writers bigint[] not null default '{}',
  return_comment text,
  reviewed_by bigint references access.account,
  reviewed_at timestamptz,
  secrecy_checked boolean not null default false,
  issued_by bigint references access.account,
  issued_at timestamptz,
  period_ended_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  check ((kind = 'publicity') = (workdays > 0)),
  check (state not in ('issued', 'superseded') or (published_on is not null and issued_by is not null)),
  -- 拟稿、审核、签发 are three people
  check (reviewed_by is null or reviewed_by <> all (writers)),
  check (issued_by is null or (issued_by <> all (writers) and issued_by <> reviewed_by))
);
create index notice_matter on publicity.notice (module, matter_id, stage, version desc);
create index notice_public on publicity.notice (published_on desc, id desc) where state = 'issued';
create index notice_unit on publicity.notice (unit_id, id desc);
create index notice_running on publicity.notice (proceed_on) where state = 'issued' and period_ended_at is null;

create function publicity.keep_frozen() returns trigger language plpgsql as $$
begin
  if old.state in ('issued', 'superseded') and
     (new.content, new.content_hash, new.title, new.published_on, new.workdays)
       is distinct from (old.content, old.content_hash, old.title, old.published_on, old.workdays) then
    raise exception 'an issued notice is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger notice_frozen before update on publicity.notice for each row execute function publicity.keep_frozen();

create table publicity.objection (
  id bigint generated always as identity primary key,
  receipt text not null unique,
  notice_id bigint not null references publicity.notice,
  -- the item of the notice it is about; null when it is about the whole list
  item_key text,
  channel text not null check (channel in ('online', 'letter', 'call', 'visit')),
  anonymous boolean not null default false,
  objector_name text,
  objector_phone text,
  words text not null,
  evidence bigint[] not null default '{}',
  received_at timestamptz not null default app.now(),
  entered_by bigint references access.account,
  state text not null default 'open' check (state in ('open', 'checking', 'concluded')),
  -- the edited list that the unit concerned gets: never the objector, never the words themselves
  concerned_unit_id bigint references units.unit,
  points text,
  points_at timestamptz,
  unit_reply text,
  unit_replied_at timestamptz,
  outcome text check (outcome in ('upheld', 'partly', 'not-upheld', 'handed-over')),
  conclusion text,
  public_reply text,
  concluded_by bigint references access.account,
  concluded_at timestamptz,
  check (anonymous or (objector_name is not null and objector_phone is not null)),
  check (state <> 'concluded' or (outcome is not null and conclusion is not null))
);
create index objection_notice on publicity.objection (notice_id, state);
create index objection_concerned on publicity.objection (concerned_unit_id, id desc) where points is not null;

-- How often the public form was sent from one place in an hour; swept after a day, so no address is kept.
create unlogged table publicity.form_use (
  source text not null,
  hour timestamptz not null,
  uses integer not null,
  primary key (source, hour)
);
