-- The schema that all migrations together make, for reading and for comparing in tests.
-- Written by "npm run db:snapshot"; never edited by hand, never run: database/migrations is what runs.

-- Schemas

create schema access;
create schema app;
create schema audit;
create schema ballot;
create schema calendar;
create schema files;
create schema micro;
create schema notifications;
create schema papers;
create schema publicity;
create schema selection;
create schema units;

-- Functions

CREATE OR REPLACE FUNCTION app.clock_moves_forward()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.ahead < old.ahead then
    raise exception 'the business clock moves forward only' using errcode = 'check_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION app.now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (clock_timestamp() + COALESCE((SELECT clock.ahead FROM app.clock), '00:00:00'::interval))
;

CREATE OR REPLACE FUNCTION app.today()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN ((app.now() AT TIME ZONE 'Asia/Shanghai'::text))::date
;

CREATE OR REPLACE FUNCTION audit.chain()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare head audit.head;
begin
  select * into head from audit.head where only_row for update;
  new.id := head.id + 1;
  new.prev_hash := head.hash;
  new.hash := audit.hash_of(new);
  update audit.head set id = new.id, hash = new.hash where only_row;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION audit.hash_of(e audit.entry)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select encode(sha256(convert_to(concat_ws(E'\x1f', e.prev_hash, e.id, extract(epoch from e.at)::numeric(20, 6),
    extract(epoch from e.business_at)::numeric(20, 6), e.actor, e.actor_name, coalesce(e.post_id, 0),
    coalesce(e.unit_id, 0), e.action, e.subject_kind, e.subject_id, e.detail::text), 'UTF8')), 'hex')
$function$
;

CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'audit entries are never changed' using errcode = 'integrity_constraint_violation';
end $function$
;

CREATE OR REPLACE FUNCTION audit.settle()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from audit.pending where seq = new.seq;
  insert into audit.entry (at, business_at, actor, actor_name, post_id, unit_id, action, subject_kind, subject_id, detail)
  values (new.at, new.business_at, new.actor, new.actor_name, new.post_id, new.unit_id, new.action, new.subject_kind,
    new.subject_id, new.detail);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION ballot.accept_ballots()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare given record;
begin
  for given in select distinct election_id from new_ballots loop
    perform from ballot.election e where e.id = given.election_id and e.state = 'open'
      and app.now() >= e.opens_at and app.now() < e.closes_at for share;
    if not found then
      raise exception 'election % takes no ballots now', given.election_id using errcode = 'SB001';
    end if;
  end loop;
  insert into ballot.pending select election_id, serial, counter from new_ballots;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION ballot.keep_ballot()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  old.subnet := null;
  if new is distinct from old then
    raise exception 'a ballot is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION ballot.keep_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare steps text[] := array['draft', 'open', 'closed', 'drained', 'final', 'published'];
begin
  if tg_op = 'DELETE' then
    if old.state <> 'draft' then
      raise exception 'a frozen election is never deleted' using errcode = 'integrity_constraint_violation';
    end if;
    return old;
  end if;
  if array_position(steps, new.state) - array_position(steps, old.state) not in (0, 1) then
    raise exception 'an election moves from % to its next state only', old.state
      using errcode = 'integrity_constraint_violation';
  end if;
  if old.state <> 'draft' and row(new.slug, new.rules, new.opens_at, new.closes_at, new.document, new.fingerprint)
      is distinct from row(old.slug, old.rules, old.opens_at, old.closes_at, old.document, old.fingerprint) then
    raise exception 'a frozen election is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  if old.result is not null and new.result is distinct from old.result then
    raise exception 'a result is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION ballot.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of ballot.% are never changed', tg_table_name using errcode = 'integrity_constraint_violation';
end $function$
;

CREATE OR REPLACE FUNCTION micro.band(hash bigint, at integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (((hash >> (16 * at)) & (65535)::bigint))::integer
;

CREATE OR REPLACE FUNCTION micro.keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a % is never changed or deleted', tg_argv[0] using errcode = 'integrity_constraint_violation';
end $function$
;

CREATE OR REPLACE FUNCTION micro.move()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update micro.account set balance_fen = balance_fen + case id when new.to_id then new.fen else -new.fen end
    where id = least(new.from_id, new.to_id);
  update micro.account set balance_fen = balance_fen + case id when new.to_id then new.fen else -new.fen end
    where id = greatest(new.from_id, new.to_id);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION publicity.keep_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('issued', 'superseded') and
     (new.content, new.content_hash, new.title, new.published_on, new.workdays)
       is distinct from (old.content, old.content_hash, old.title, old.published_on, old.workdays) then
    raise exception 'an issued notice is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION selection.count_new_states()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into selection.tally as t (campaign_id, category, state, n)
  select campaign_id, category, state, count(*)::int from after_rows group by 1, 2, 3 order by 1, 2, 3
  on conflict (campaign_id, category, state) do update set n = t.n + excluded.n;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION selection.count_states()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into selection.tally as t (campaign_id, category, state, n)
  select campaign_id, category, state, sum(change)::int from (
    select campaign_id, category, state, 1 as change from after_rows
    union all select campaign_id, category, state, -1 from before_rows
  ) changes group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
  on conflict (campaign_id, category, state) do update set n = t.n + excluded.n;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION selection.forget_name_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.name is distinct from old.name and new.name_order is not distinct from old.name_order then
    new.name_order := null;
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION selection.keep_category_order()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.category_order := coalesce((select seq from selection.campaign_category
    where campaign_id = new.campaign_id and category = new.category), 0);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION selection.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a published plan version is never changed' using errcode = 'integrity_constraint_violation';
end $function$
;

CREATE OR REPLACE FUNCTION units.move_children()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update units.unit set path = new.path || substr(path, length(old.path) + 1)
  where path like old.path || '_%';
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION units.set_path()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

-- Tables

create table access.account (
  id bigint generated always as identity not null,
  person_id bigint not null,
  login text not null,
  password_hash text,
  active boolean default true not null,
  demo boolean default false not null,
  failed_attempts integer default 0 not null,
  locked_until timestamp with time zone,
  created_at timestamp with time zone default clock_timestamp() not null,
  password_initial boolean default false not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_login_key UNIQUE (login),
  constraint account_person_id_key UNIQUE (person_id),
  constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES units.person(id)
);

create table access.first_run (
  only_row boolean default true not null,
  code_hash text not null,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint first_run_pkey PRIMARY KEY (only_row),
  constraint first_run_only_row_check CHECK (only_row)
);

create table access.session (
  token_hash text not null,
  account_id bigint not null,
  post_id bigint,
  created_at timestamp with time zone default clock_timestamp() not null,
  seen_at timestamp with time zone default clock_timestamp() not null,
  expires_at timestamp with time zone not null,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  constraint session_post_id_fkey FOREIGN KEY (post_id) REFERENCES units.post(id)
);
CREATE INDEX session_account ON access.session USING btree (account_id);

create table access.slip (
  id bigint generated always as identity not null,
  token_hash text not null,
  purpose text not null,
  subject_id bigint not null,
  holder text not null,
  unit_name text not null,
  phone text not null,
  code_hash text,
  code_expires_at timestamp with time zone,
  code_tries integer default 0 not null,
  session_hash text,
  session_seen_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  created_by bigint,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint slip_pkey PRIMARY KEY (id),
  constraint slip_session_hash_key UNIQUE (session_hash),
  constraint slip_token_hash_key UNIQUE (token_hash),
  constraint slip_created_by_fkey FOREIGN KEY (created_by) REFERENCES access.account(id)
);
CREATE INDEX slip_subject ON access.slip USING btree (purpose, subject_id);

create table app.clock (
  only_row boolean default true not null,
  ahead interval not null,
  moved_at timestamp with time zone default clock_timestamp() not null,
  constraint clock_pkey PRIMARY KEY (only_row),
  constraint clock_only_row_check CHECK (only_row)
);
CREATE TRIGGER clock_moves_forward BEFORE UPDATE ON app.clock FOR EACH ROW EXECUTE FUNCTION app.clock_moves_forward();

create table app.idempotency (
  key text not null,
  actor text not null,
  endpoint text not null,
  request_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint idempotency_pkey PRIMARY KEY (key, actor),
  constraint idempotency_key_check CHECK (length(key) >= 1 AND length(key) <= 200)
);
CREATE INDEX idempotency_by_age ON app.idempotency USING btree (created_at);

create table app.setting (
  key text not null,
  value jsonb not null,
  changed_at timestamp with time zone default clock_timestamp() not null,
  constraint setting_pkey PRIMARY KEY (key)
);

create table audit.entry (
  id bigint not null,
  at timestamp with time zone default clock_timestamp() not null,
  business_at timestamp with time zone default app.now() not null,
  actor text not null,
  actor_name text not null,
  post_id bigint,
  unit_id bigint,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb default '{}'::jsonb not null,
  prev_hash text not null,
  hash text not null,
  constraint entry_pkey PRIMARY KEY (id)
);
CREATE INDEX entry_subject ON audit.entry USING btree (subject_kind, subject_id, id DESC);
CREATE INDEX entry_unit ON audit.entry USING btree (unit_id, id DESC);
CREATE TRIGGER entry_chain BEFORE INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.chain();
CREATE TRIGGER entry_kept BEFORE DELETE OR UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER entry_kept_whole BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

create table audit.head (
  only_row boolean default true not null,
  id bigint not null,
  hash text not null,
  constraint head_pkey PRIMARY KEY (only_row),
  constraint head_only_row_check CHECK (only_row)
);

create table audit.pending (
  seq bigint generated always as identity not null,
  at timestamp with time zone default clock_timestamp() not null,
  business_at timestamp with time zone default app.now() not null,
  actor text not null,
  actor_name text not null,
  post_id bigint,
  unit_id bigint,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb default '{}'::jsonb not null,
  constraint pending_pkey PRIMARY KEY (seq)
);
CREATE CONSTRAINT TRIGGER pending_settles AFTER INSERT ON audit.pending DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit.settle();

create table ballot.admission (
  token_hash text not null,
  election_id bigint not null,
  voter_hash bytea not null,
  group_key text not null,
  expires_at timestamp with time zone not null,
  constraint admission_pkey PRIMARY KEY (token_hash),
  constraint admission_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);
CREATE INDEX admission_age ON ballot.admission USING btree (expires_at);

create table ballot.audit (
  id bigint generated always as identity not null,
  election_id bigint not null,
  findings jsonb not null,
  audited_by bigint not null,
  audited_as text not null,
  audited_at timestamp with time zone default app.now() not null,
  constraint audit_pkey PRIMARY KEY (id),
  constraint audit_audited_by_fkey FOREIGN KEY (audited_by) REFERENCES access.account(id),
  constraint audit_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);
CREATE INDEX audit_election ON ballot.audit USING btree (election_id, id);

create table ballot.ballot (
  election_id bigint not null,
  serial bytea not null,
  counter smallint not null,
  group_key text not null,
  mode text not null,
  credential bytea not null,
  salt bytea not null,
  choices text not null,
  minute timestamp with time zone default date_trunc('minute'::text, app.now()) not null,
  subnet bytea,
  constraint ballot_pkey PRIMARY KEY (election_id, serial, counter),
  constraint ballot_counter_check CHECK (counter >= 0),
  constraint ballot_mode_check CHECK (mode = ANY (ARRAY['blind'::text, 'plain'::text])),
  constraint ballot_salt_check CHECK (octet_length(salt) = 32),
  constraint ballot_serial_check CHECK (octet_length(serial) = 32)
);
CREATE TRIGGER ballot_accepted AFTER INSERT ON ballot.ballot REFERENCING NEW TABLE AS new_ballots FOR EACH STATEMENT EXECUTE FUNCTION ballot.accept_ballots();
CREATE TRIGGER ballot_kept BEFORE UPDATE ON ballot.ballot FOR EACH ROW EXECUTE FUNCTION ballot.keep_ballot();
CREATE TRIGGER ballot_stays BEFORE DELETE ON ballot.ballot FOR EACH ROW EXECUTE FUNCTION ballot.refuse_change();

create table ballot.census (
  election_id bigint not null,
  voter_hash bytea not null,
  group_key text not null,
  constraint census_pkey PRIMARY KEY (election_id, voter_hash),
  constraint census_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id) ON DELETE CASCADE
);

create table ballot.code (
  id bigint generated always as identity not null,
  election_id bigint not null,
  voter_hash bytea not null,
  code_hash text not null,
  tries integer default 0 not null,
  used boolean default false not null,
  flag text,
  subnet bytea,
  sent_at timestamp with time zone default clock_timestamp() not null,
  constraint code_pkey PRIMARY KEY (id),
  constraint code_flag_check CHECK (flag = ANY (ARRAY['range'::text, 'burst'::text])),
  constraint code_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);
CREATE INDEX code_subnet ON ballot.code USING btree (election_id, subnet, sent_at);
CREATE INDEX code_voter ON ballot.code USING btree (election_id, voter_hash, sent_at);

create table ballot.comment (
  id bigint generated always as identity not null,
  election_id bigint not null,
  candidate integer not null,
  author_hash bytea not null,
  words text not null,
  state text default 'waiting'::text not null,
  sent_on date default app.today() not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  constraint comment_pkey PRIMARY KEY (id),
  constraint comment_election_id_author_hash_key UNIQUE (election_id, author_hash),
  constraint comment_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'shown'::text, 'hidden'::text])),
  constraint comment_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.account(id),
  constraint comment_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);
CREATE INDEX comment_list ON ballot.comment USING btree (election_id, state, id);

create table ballot.delivery (
  head_id bigint not null,
  witness_id bigint not null,
  sent_at timestamp with time zone,
  error text,
  constraint delivery_pkey PRIMARY KEY (head_id, witness_id),
  constraint delivery_head_id_fkey FOREIGN KEY (head_id) REFERENCES ballot.head(id),
  constraint delivery_witness_id_fkey FOREIGN KEY (witness_id) REFERENCES ballot.witness(id)
);
CREATE INDEX delivery_open ON ballot.delivery USING btree (head_id) WHERE (sent_at IS NULL);

create table ballot.election (
  id bigint generated always as identity not null,
  slug text not null,
  unit_id bigint not null,
  matter text,
  refs jsonb default '{}'::jsonb not null,
  state text default 'draft'::text not null,
  rules jsonb not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  secrets bytea not null,
  document text,
  fingerprint text,
  result jsonb,
  created_by bigint,
  frozen_by bigint,
  frozen_at timestamp with time zone,
  closed_at timestamp with time zone,
  finished_at timestamp with time zone,
  finished_by bigint,
  published_at timestamp with time zone,
  published_by bigint,
  constraint election_pkey PRIMARY KEY (id),
  constraint election_matter_key UNIQUE (matter),
  constraint election_slug_key UNIQUE (slug),
  constraint election_check CHECK (closes_at > opens_at),
  constraint election_check1 CHECK ((state = 'draft'::text) = (document IS NULL)),
  constraint election_check2 CHECK ((document IS NULL) = (fingerprint IS NULL)),
  constraint election_state_check CHECK (state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text, 'drained'::text, 'final'::text, 'published'::text])),
  constraint election_created_by_fkey FOREIGN KEY (created_by) REFERENCES access.account(id),
  constraint election_finished_by_fkey FOREIGN KEY (finished_by) REFERENCES access.account(id),
  constraint election_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES access.account(id),
  constraint election_published_by_fkey FOREIGN KEY (published_by) REFERENCES access.account(id),
  constraint election_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE INDEX election_running ON ballot.election USING btree (id) WHERE (state = ANY (ARRAY['open'::text, 'closed'::text, 'drained'::text]));
CREATE INDEX election_unit ON ballot.election USING btree (unit_id);
CREATE TRIGGER election_frozen BEFORE DELETE OR UPDATE ON ballot.election FOR EACH ROW EXECUTE FUNCTION ballot.keep_frozen();

create table ballot.head (
  id bigint generated always as identity not null,
  election_id bigint not null,
  size integer not null,
  root bytea not null,
  signed_at timestamp with time zone not null,
  note text not null,
  constraint head_pkey PRIMARY KEY (id),
  constraint head_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);
CREATE INDEX head_size ON ballot.head USING btree (election_id, size, id);
CREATE TRIGGER head_stays BEFORE DELETE OR UPDATE ON ballot.head FOR EACH ROW EXECUTE FUNCTION ballot.refuse_change();

create table ballot.leaf (
  election_id bigint not null,
  index integer not null,
  kind text not null,
  leaf text not null,
  hash bytea not null,
  receipt text,
  serial bytea,
  counter smallint,
  constraint leaf_pkey PRIMARY KEY (election_id, index),
  constraint leaf_check CHECK ((kind = 'ballot'::text) = (receipt IS NOT NULL) AND (kind = 'ballot'::text) = (serial IS NOT NULL) AND (kind = 'ballot'::text) = (counter IS NOT NULL)),
  constraint leaf_hash_check CHECK (octet_length(hash) = 32),
  constraint leaf_index_check CHECK (index >= 0),
  constraint leaf_kind_check CHECK (kind = ANY (ARRAY['open'::text, 'ballot'::text, 'close'::text, 'void'::text, 'final'::text])),
  constraint leaf_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);
CREATE UNIQUE INDEX leaf_ballot ON ballot.leaf USING btree (election_id, serial, counter) WHERE (serial IS NOT NULL);
CREATE INDEX leaf_other ON ballot.leaf USING btree (election_id, index) WHERE (kind <> 'ballot'::text);
CREATE INDEX leaf_receipt ON ballot.leaf USING btree (receipt) WHERE (receipt IS NOT NULL);
CREATE TRIGGER leaf_stays BEFORE DELETE OR UPDATE ON ballot.leaf FOR EACH ROW EXECUTE FUNCTION ballot.refuse_change();

create table ballot.log (
  election_id bigint not null,
  size integer not null,
  peaks bytea[] not null,
  constraint log_pkey PRIMARY KEY (election_id),
  constraint log_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);

create table ballot.node (
  election_id bigint not null,
  level smallint not null,
  index integer not null,
  hash bytea not null,
  constraint node_pkey PRIMARY KEY (election_id, level, index),
  constraint node_hash_check CHECK (octet_length(hash) = 32),
  constraint node_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);

create table ballot.pending (
  election_id bigint not null,
  serial bytea not null,
  counter smallint not null
);

create table ballot.void_proposal (
  id bigint generated always as identity not null,
  election_id bigint not null,
  leaf_index integer not null,
  reason text not null,
  note text not null,
  proposed_by bigint not null,
  proposed_as text not null,
  proposed_at timestamp with time zone default app.now() not null,
  decision text,
  decided_by bigint,
  decided_as text,
  decided_at timestamp with time zone,
  constraint void_proposal_pkey PRIMARY KEY (id),
  constraint void_proposal_check CHECK ((decision IS NULL) = (decided_by IS NULL)),
  constraint void_proposal_check1 CHECK (decided_by <> proposed_by),
  constraint void_proposal_decision_check CHECK (decision = ANY (ARRAY['approved'::text, 'rejected'::text])),
  constraint void_proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES access.account(id),
  constraint void_proposal_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id),
  constraint void_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES access.account(id)
);
CREATE UNIQUE INDEX void_once ON ballot.void_proposal USING btree (election_id, leaf_index) WHERE (decision IS DISTINCT FROM 'rejected'::text);

create table ballot.voter (
  election_id bigint not null,
  voter_hash bytea not null,
  group_key text not null,
  mode text not null,
  request_hash bytea,
  signature bytea,
  issued_on date default app.today() not null,
  constraint voter_pkey PRIMARY KEY (election_id, voter_hash),
  constraint voter_mode_check CHECK (mode = ANY (ARRAY['blind'::text, 'plain'::text])),
  constraint voter_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);

create table ballot.wechat (
  election_id bigint not null,
  openid_hash bytea not null,
  voter_hash bytea not null,
  constraint wechat_pkey PRIMARY KEY (election_id, openid_hash),
  constraint wechat_election_id_voter_hash_key UNIQUE (election_id, voter_hash),
  constraint wechat_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id)
);

create table ballot.witness (
  id bigint generated always as identity not null,
  election_id bigint not null,
  name text not null,
  kind text not null,
  address text not null,
  constraint witness_pkey PRIMARY KEY (id),
  constraint witness_election_id_name_key UNIQUE (election_id, name),
  constraint witness_kind_check CHECK (kind = ANY (ARRAY['folder'::text, 'post'::text])),
  constraint witness_election_id_fkey FOREIGN KEY (election_id) REFERENCES ballot.election(id) ON DELETE CASCADE
);

create table calendar.day (
  notice_id bigint not null,
  date date not null,
  working boolean not null,
  name text not null,
  constraint day_pkey PRIMARY KEY (notice_id, date),
  constraint day_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES calendar.notice(id)
);

create table calendar.notice (
  id bigint generated always as identity not null,
  year integer not null,
  source text not null,
  text text not null,
  imported_by text not null,
  imported_by_name text not null,
  imported_at timestamp with time zone default clock_timestamp() not null,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_year_check CHECK (year >= 2000 AND year <= 2100)
);
CREATE INDEX notice_year ON calendar.notice USING btree (year, id DESC);

create table files.file (
  id bigint generated always as identity not null,
  key text not null,
  sha256 text not null,
  name text not null,
  mime text not null,
  bytes bigint not null,
  facts jsonb default '{}'::jsonb not null,
  unit_id bigint,
  uploaded_by text not null,
  public boolean default false not null,
  kept_for text,
  created_at timestamp with time zone default clock_timestamp() not null,
  taken jsonb,
  shown_sha256 text,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_key_key UNIQUE (key),
  constraint file_shown_sha256_check CHECK (shown_sha256 ~ '^[0-9a-f]{64}$'::text),
  constraint file_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE INDEX file_sha ON files.file USING btree (sha256);
CREATE INDEX file_shown_sha256 ON files.file USING btree (shown_sha256) WHERE (shown_sha256 IS NOT NULL);
CREATE INDEX file_unkept ON files.file USING btree (created_at) WHERE (kept_for IS NULL);

create table files.upload (
  id bigint generated always as identity not null,
  key text not null,
  name text not null,
  bytes bigint not null,
  arrived bigint default 0 not null,
  unit_id bigint,
  uploaded_by text not null,
  file_key text,
  expires_at timestamp with time zone default (clock_timestamp() + '1 day'::interval) not null,
  constraint upload_pkey PRIMARY KEY (id),
  constraint upload_key_key UNIQUE (key),
  constraint upload_bytes_check CHECK (bytes > 0),
  constraint upload_check CHECK (arrived >= 0 AND arrived <= bytes),
  constraint upload_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE INDEX upload_by ON files.upload USING btree (uploaded_by) WHERE (file_key IS NULL);
CREATE INDEX upload_expiry ON files.upload USING btree (expires_at);

create table files.upload_part (
  upload_id bigint not null,
  starts_at bigint not null,
  content bytea not null,
  constraint upload_part_pkey PRIMARY KEY (upload_id, starts_at),
  constraint upload_part_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES files.upload(id) ON DELETE CASCADE
);

create table micro.account (
  id bigint generated always as identity not null,
  programme_id bigint not null,
  kind text not null,
  member_id bigint,
  project_id bigint,
  balance_fen bigint default 0 not null,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_programme_id_kind_member_id_project_id_key UNIQUE NULLS NOT DISTINCT (programme_id, kind, member_id, project_id),
  constraint account_check CHECK (kind = 'grant'::text OR balance_fen >= 0),
  constraint account_check1 CHECK ((kind = 'member'::text) = (member_id IS NOT NULL)),
  constraint account_check2 CHECK ((kind = ANY (ARRAY['project'::text, 'paid'::text])) = (project_id IS NOT NULL)),
  constraint account_kind_check CHECK (kind = ANY (ARRAY['grant'::text, 'member'::text, 'project'::text, 'paid'::text])),
  constraint account_member_id_fkey FOREIGN KEY (member_id) REFERENCES micro.member(id),
  constraint account_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES micro.programme(id),
  constraint account_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id)
);

create table micro.backing (
  project_id bigint not null,
  member_id bigint not null,
  way text not null,
  ink jsonb,
  entered_by bigint,
  at timestamp with time zone default app.now() not null,
  sheet_id bigint,
  constraint backing_pkey PRIMARY KEY (project_id, member_id),
  constraint backing_way_check CHECK (way = ANY (ARRAY['paper'::text, 'face'::text])),
  constraint backing_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES access.account(id),
  constraint backing_member_id_fkey FOREIGN KEY (member_id) REFERENCES micro.member(id),
  constraint backing_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id),
  constraint backing_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES micro.sheet(id)
);
CREATE INDEX backing_member ON micro.backing USING btree (member_id);

create table micro.budget_line (
  project_id bigint not null,
  seq integer not null,
  kind text not null,
  item text not null,
  quantity text default ''::text not null,
  fen bigint not null,
  constraint budget_line_pkey PRIMARY KEY (project_id, seq),
  constraint budget_line_fen_check CHECK (fen > 0),
  constraint budget_line_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id)
);

create table micro.call_back (
  id bigint generated always as identity not null,
  signature_id bigint not null,
  drawn_at timestamp with time zone default app.now() not null,
  outcome text,
  note text default ''::text not null,
  done_by bigint,
  done_at timestamp with time zone,
  constraint call_back_pkey PRIMARY KEY (id),
  constraint call_back_signature_id_key UNIQUE (signature_id),
  constraint call_back_outcome_check CHECK (outcome = ANY (ARRAY['confirmed'::text, 'denied'::text, 'unreachable'::text])),
  constraint call_back_done_by_fkey FOREIGN KEY (done_by) REFERENCES access.account(id),
  constraint call_back_signature_id_fkey FOREIGN KEY (signature_id) REFERENCES micro.signature(id)
);
CREATE INDEX call_back_open ON micro.call_back USING btree (id) WHERE (outcome IS NULL);

create table micro.expense (
  id bigint generated always as identity not null,
  project_id bigint not null,
  kind text not null,
  item text not null,
  fen bigint not null,
  bought_on date not null,
  receipt_id bigint,
  entered_by bigint,
  at timestamp with time zone default app.now() not null,
  constraint expense_pkey PRIMARY KEY (id),
  constraint expense_fen_check CHECK (fen > 0),
  constraint expense_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES access.account(id),
  constraint expense_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id),
  constraint expense_receipt_id_fkey FOREIGN KEY (receipt_id) REFERENCES files.file(id)
);
CREATE INDEX expense_project ON micro.expense USING btree (project_id);
CREATE INDEX expense_receipt ON micro.expense USING btree (receipt_id);

create table micro.household (
  id bigint generated always as identity not null,
  district_id bigint not null,
  village_id bigint not null,
  head text not null,
  door text default ''::text not null,
  phone text,
  struck_at timestamp with time zone,
  struck_reason text,
  merged_into_id bigint,
  constraint household_pkey PRIMARY KEY (id),
  constraint household_check CHECK (door <> ''::text OR phone IS NOT NULL),
  constraint household_check1 CHECK ((struck_at IS NULL) = (struck_reason IS NULL)),
  constraint household_check2 CHECK (merged_into_id IS NULL OR struck_at IS NOT NULL AND merged_into_id <> id),
  constraint household_district_id_fkey FOREIGN KEY (district_id) REFERENCES units.unit(id),
  constraint household_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES micro.household(id),
  constraint household_village_id_fkey FOREIGN KEY (village_id) REFERENCES units.unit(id)
);
CREATE UNIQUE INDEX household_door ON micro.household USING btree (village_id, head, door) WHERE ((door <> ''::text) AND (struck_at IS NULL));
CREATE INDEX household_head ON micro.household USING btree (district_id, head);
CREATE INDEX household_merged ON micro.household USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX household_number ON micro.household USING btree (district_id, phone) WHERE (phone IS NOT NULL);
CREATE UNIQUE INDEX household_phone ON micro.household USING btree (district_id, head, phone) WHERE ((phone IS NOT NULL) AND (struck_at IS NULL));
CREATE INDEX household_village ON micro.household USING btree (village_id, head, id);

create table micro.meeting (
  id bigint generated always as identity not null,
  programme_id bigint not null,
  held_on date not null,
  attendees text not null,
  resolution text not null,
  file_id bigint,
  recorded_by bigint,
  at timestamp with time zone default app.now() not null,
  constraint meeting_pkey PRIMARY KEY (id),
  constraint meeting_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id),
  constraint meeting_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES micro.programme(id),
  constraint meeting_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id)
);

create table micro.member (
  id bigint generated always as identity not null,
  village_id bigint not null,
  name text not null,
  phone text,
  party boolean not null,
  representative boolean not null,
  account_id bigint,
  active boolean default true not null,
  constraint member_pkey PRIMARY KEY (id),
  constraint member_account_id_key UNIQUE (account_id),
  constraint member_village_id_name_phone_key UNIQUE NULLS NOT DISTINCT (village_id, name, phone),
  constraint member_check CHECK (party OR representative),
  constraint member_account_id_fkey FOREIGN KEY (account_id) REFERENCES access.account(id),
  constraint member_village_id_fkey FOREIGN KEY (village_id) REFERENCES units.unit(id)
);

create table micro.member_change (
  id bigint generated always as identity not null,
  member_id bigint not null,
  what text not null,
  before jsonb not null,
  reason text not null,
  changed_by bigint,
  at timestamp with time zone default app.now() not null,
  constraint member_change_pkey PRIMARY KEY (id),
  constraint member_change_what_check CHECK (what = ANY (ARRAY['correct'::text, 'remove'::text, 'readmit'::text])),
  constraint member_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES access.account(id),
  constraint member_change_member_id_fkey FOREIGN KEY (member_id) REFERENCES micro.member(id)
);
CREATE INDEX member_change_of ON micro.member_change USING btree (member_id, id);
CREATE TRIGGER member_change_stays BEFORE DELETE OR UPDATE ON micro.member_change FOR EACH ROW EXECUTE FUNCTION micro.keep('change of a member');

create table micro.payment (
  project_id bigint not null,
  fen bigint not null,
  voucher text not null,
  payee text not null,
  paid_on date not null,
  recorded_by bigint,
  at timestamp with time zone default app.now() not null,
  reason text default ''::text not null,
  constraint payment_pkey PRIMARY KEY (project_id),
  constraint payment_voucher_payee_key UNIQUE (voucher, payee),
  constraint payment_fen_check CHECK (fen > 0),
  constraint payment_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id),
  constraint payment_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES access.account(id)
);
CREATE TRIGGER payment_stays BEFORE DELETE OR UPDATE ON micro.payment FOR EACH ROW EXECUTE FUNCTION micro.keep('payment');

create table micro.picture (
  id bigint generated always as identity not null,
  project_id bigint not null,
  part text not null,
  file_id bigint not null,
  taken_at timestamp with time zone,
  latitude double precision,
  longitude double precision,
  privacy text,
  added_by bigint,
  at timestamp with time zone default app.now() not null,
  constraint picture_pkey PRIMARY KEY (id),
  constraint picture_part_check CHECK (part = ANY (ARRAY['before'::text, 'during'::text, 'after'::text, 'notice'::text, 'plaque'::text])),
  constraint picture_privacy_check CHECK (privacy = ANY (ARRAY['none'::text, 'blurred'::text, 'consent'::text])),
  constraint picture_added_by_fkey FOREIGN KEY (added_by) REFERENCES access.account(id),
  constraint picture_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id),
  constraint picture_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id)
);
CREATE INDEX picture_project ON micro.picture USING btree (project_id, part);

create table micro.picture_hash (
  picture_id bigint not null,
  cut smallint not null,
  hash bigint not null,
  constraint picture_hash_pkey PRIMARY KEY (picture_id, cut),
  constraint picture_hash_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES micro.picture(id) ON DELETE CASCADE
);
CREATE INDEX picture_hash_band_0 ON micro.picture_hash USING btree (micro.band(hash, 0));
CREATE INDEX picture_hash_band_1 ON micro.picture_hash USING btree (micro.band(hash, 1));
CREATE INDEX picture_hash_band_2 ON micro.picture_hash USING btree (micro.band(hash, 2));
CREATE INDEX picture_hash_band_3 ON micro.picture_hash USING btree (micro.band(hash, 3));

create table micro.picture_match (
  picture_id bigint not null,
  earlier_id bigint not null,
  distance smallint not null,
  cleared_reason text,
  cleared_by bigint,
  cleared_at timestamp with time zone,
  constraint picture_match_pkey PRIMARY KEY (picture_id, earlier_id),
  constraint picture_match_check CHECK (picture_id <> earlier_id),
  constraint picture_match_check1 CHECK ((cleared_reason IS NULL) = (cleared_at IS NULL)),
  constraint picture_match_cleared_reason_check CHECK (cleared_reason <> ''::text),
  constraint picture_match_distance_check CHECK (distance >= 0 AND distance <= 64),
  constraint picture_match_cleared_by_fkey FOREIGN KEY (cleared_by) REFERENCES access.account(id),
  constraint picture_match_earlier_id_fkey FOREIGN KEY (earlier_id) REFERENCES micro.picture(id) ON DELETE CASCADE,
  constraint picture_match_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES micro.picture(id) ON DELETE CASCADE
);
CREATE INDEX picture_match_earlier ON micro.picture_match USING btree (earlier_id);

create table micro.plaque (
  project_id bigint not null,
  text_key text not null,
  ordered_by bigint,
  ordered_at timestamp with time zone default app.now() not null,
  hung_on date,
  constraint plaque_pkey PRIMARY KEY (project_id),
  constraint plaque_ordered_by_fkey FOREIGN KEY (ordered_by) REFERENCES access.account(id),
  constraint plaque_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id)
);

create table micro.posting (
  id bigint generated always as identity not null,
  what text not null,
  from_id bigint not null,
  to_id bigint not null,
  fen bigint not null,
  project_id bigint,
  posted_by bigint,
  at timestamp with time zone default app.now() not null,
  constraint posting_pkey PRIMARY KEY (id),
  constraint posting_check CHECK (from_id <> to_id),
  constraint posting_fen_check CHECK (fen > 0),
  constraint posting_what_check CHECK (what = ANY (ARRAY['grant'::text, 'approve'::text, 'release'::text, 'pay'::text])),
  constraint posting_from_id_fkey FOREIGN KEY (from_id) REFERENCES micro.account(id),
  constraint posting_posted_by_fkey FOREIGN KEY (posted_by) REFERENCES access.account(id),
  constraint posting_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id),
  constraint posting_to_id_fkey FOREIGN KEY (to_id) REFERENCES micro.account(id)
);
CREATE INDEX posting_from ON micro.posting USING btree (from_id);
CREATE INDEX posting_project ON micro.posting USING btree (project_id);
CREATE INDEX posting_to ON micro.posting USING btree (to_id);
CREATE TRIGGER posting_moves AFTER INSERT ON micro.posting FOR EACH ROW EXECUTE FUNCTION micro.move();
CREATE TRIGGER posting_stays BEFORE DELETE OR UPDATE ON micro.posting FOR EACH ROW EXECUTE FUNCTION micro.keep('posting');

create table micro.programme (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  slug text not null,
  year integer not null,
  content jsonb not null,
  started_by bigint,
  started_at timestamp with time zone default app.now() not null,
  constraint programme_pkey PRIMARY KEY (id),
  constraint programme_slug_key UNIQUE (slug),
  constraint programme_unit_id_year_key UNIQUE (unit_id, year),
  constraint programme_slug_check CHECK (slug ~ '^[a-z0-9-]{1,60}$'::text),
  constraint programme_year_check CHECK (year >= 2000 AND year <= 2100),
  constraint programme_started_by_fkey FOREIGN KEY (started_by) REFERENCES access.account(id),
  constraint programme_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);

create table micro.programme_change (
  id bigint generated always as identity not null,
  programme_id bigint not null,
  before jsonb not null,
  reason text not null,
  changed_by bigint,
  at timestamp with time zone default app.now() not null,
  constraint programme_change_pkey PRIMARY KEY (id),
  constraint programme_change_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES access.account(id),
  constraint programme_change_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES micro.programme(id)
);
CREATE INDEX programme_change_of ON micro.programme_change USING btree (programme_id, id);
CREATE TRIGGER programme_change_stays BEFORE DELETE OR UPDATE ON micro.programme_change FOR EACH ROW EXECUTE FUNCTION micro.keep('change of a programme');

create table micro.project (
  id bigint generated always as identity not null,
  code text not null,
  programme_id bigint not null,
  village_id bigint not null,
  lead_id bigint not null,
  title text not null,
  place text default ''::text not null,
  organiser text default 'members'::text not null,
  brief jsonb default '{}'::jsonb not null,
  state text default 'draft'::text not null,
  revision integer default 0 not null,
  asked_fen bigint default 0 not null,
  approved_fen bigint,
  spent_fen bigint default 0 not null,
  completion jsonb,
  notice_id bigint,
  posted_on date,
  acceptance jsonb,
  may_accept_on date,
  created_by bigint,
  created_at timestamp with time zone default app.now() not null,
  changed_at timestamp with time zone default app.now() not null,
  submitted_at timestamp with time zone,
  constraint project_pkey PRIMARY KEY (id),
  constraint project_code_key UNIQUE (code),
  constraint project_approved_fen_check CHECK (approved_fen > 0),
  constraint project_asked_fen_check CHECK (asked_fen >= 0),
  constraint project_code_check CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'::text),
  constraint project_organiser_check CHECK (organiser = ANY (ARRAY['members'::text, 'village'::text, 'district'::text])),
  constraint project_spent_fen_check CHECK (spent_fen >= 0),
  constraint project_state_check CHECK (state = ANY (ARRAY['draft'::text, 'secretary'::text, 'office'::text, 'leader'::text, 'amount'::text, 'meeting'::text, 'building'::text, 'completed'::text, 'publicity'::text, 'acceptance'::text, 'committee'::text, 'accepted'::text, 'paid'::text, 'rejected'::text, 'withdrawn'::text, 'ended'::text])),
  constraint project_created_by_fkey FOREIGN KEY (created_by) REFERENCES access.account(id),
  constraint project_lead_id_fkey FOREIGN KEY (lead_id) REFERENCES micro.member(id),
  constraint project_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES publicity.notice(id),
  constraint project_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES micro.programme(id),
  constraint project_village_id_fkey FOREIGN KEY (village_id) REFERENCES units.unit(id)
);
CREATE INDEX project_lead ON micro.project USING btree (lead_id);
CREATE INDEX project_programme ON micro.project USING btree (programme_id, state, id);
CREATE INDEX project_village ON micro.project USING btree (village_id, id);
CREATE INDEX project_village_state ON micro.project USING btree (village_id, state, programme_id);

create table micro.sheet (
  id bigint generated always as identity not null,
  project_id bigint not null,
  file_id bigint not null,
  entered_by bigint,
  at timestamp with time zone default app.now() not null,
  read_at timestamp with time zone,
  constraint sheet_pkey PRIMARY KEY (id),
  constraint sheet_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES access.account(id),
  constraint sheet_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id),
  constraint sheet_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id)
);
CREATE INDEX sheet_file ON micro.sheet USING btree (file_id);
CREATE INDEX sheet_project ON micro.sheet USING btree (project_id);

create table micro.sheet_code (
  sheet_id bigint not null,
  code text not null,
  constraint sheet_code_pkey PRIMARY KEY (sheet_id, code),
  constraint sheet_code_code_fkey FOREIGN KEY (code) REFERENCES micro.sheet_print(code),
  constraint sheet_code_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES micro.sheet(id)
);
CREATE INDEX sheet_code_code ON micro.sheet_code USING btree (code);

create table micro.sheet_print (
  code text not null,
  project_id bigint not null,
  printed_by bigint,
  at timestamp with time zone default app.now() not null,
  constraint sheet_print_pkey PRIMARY KEY (code),
  constraint sheet_print_code_check CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text),
  constraint sheet_print_printed_by_fkey FOREIGN KEY (printed_by) REFERENCES access.account(id),
  constraint sheet_print_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id)
);
CREATE INDEX sheet_print_project ON micro.sheet_print USING btree (project_id);

create table micro.signature (
  id bigint generated always as identity not null,
  project_id bigint not null,
  household_id bigint not null,
  way text not null,
  ink jsonb,
  ink_shape text,
  sheet_id bigint,
  entered_by bigint,
  at timestamp with time zone default app.now() not null,
  device_at timestamp with time zone,
  act_key text,
  taken_back_at timestamp with time zone,
  taken_back_reason text,
  signed_from text,
  signed_in_as bigint,
  constraint signature_pkey PRIMARY KEY (id),
  constraint signature_act_key_key UNIQUE (act_key),
  constraint signature_check CHECK ((way = 'paper'::text) = (ink IS NULL)),
  constraint signature_way_check CHECK (way = ANY (ARRAY['paper'::text, 'face'::text, 'link'::text])),
  constraint signature_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES access.account(id),
  constraint signature_household_id_fkey FOREIGN KEY (household_id) REFERENCES micro.household(id),
  constraint signature_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id),
  constraint signature_sheet_id_fkey FOREIGN KEY (sheet_id) REFERENCES micro.sheet(id),
  constraint signature_signed_in_as_fkey FOREIGN KEY (signed_in_as) REFERENCES access.account(id)
);
CREATE INDEX signature_household ON micro.signature USING btree (household_id);
CREATE UNIQUE INDEX signature_once ON micro.signature USING btree (project_id, household_id) WHERE (taken_back_at IS NULL);
CREATE INDEX signature_origin ON micro.signature USING btree (project_id) WHERE ((signed_from IS NOT NULL) OR (signed_in_as IS NOT NULL));
CREATE INDEX signature_project ON micro.signature USING btree (project_id, id);
CREATE INDEX signature_shape ON micro.signature USING btree (ink_shape) WHERE ((ink_shape IS NOT NULL) AND (taken_back_at IS NULL));

create table micro.signing_link (
  id bigint generated always as identity not null,
  token_hash text not null,
  project_id bigint not null,
  household_id bigint not null,
  issued_by bigint,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  wrong_tries smallint default 0 not null,
  issued_from text,
  constraint signing_link_pkey PRIMARY KEY (id),
  constraint signing_link_token_hash_key UNIQUE (token_hash),
  constraint signing_link_household_id_fkey FOREIGN KEY (household_id) REFERENCES micro.household(id),
  constraint signing_link_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES access.account(id),
  constraint signing_link_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id)
);
CREATE UNIQUE INDEX signing_link_open ON micro.signing_link USING btree (project_id, household_id) WHERE ((used_at IS NULL) AND (revoked_at IS NULL));
CREATE INDEX signing_link_origin ON micro.signing_link USING btree (project_id) WHERE (issued_from IS NOT NULL);

create table micro.step (
  id bigint generated always as identity not null,
  project_id bigint not null,
  step text not null,
  outcome text not null,
  round integer default 0 not null,
  person_id bigint,
  actor_name text not null,
  post_title text not null,
  comment text default ''::text not null,
  meeting_id bigint,
  at timestamp with time zone default app.now() not null,
  instead text,
  constraint step_pkey PRIMARY KEY (id),
  constraint step_instead_check CHECK (instead = ANY (ARRAY['leads'::text, 'vacant'::text])),
  constraint step_outcome_check CHECK (outcome = ANY (ARRAY['pass'::text, 'return'::text, 'reject'::text, 'end'::text])),
  constraint step_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES micro.meeting(id),
  constraint step_person_id_fkey FOREIGN KEY (person_id) REFERENCES units.person(id),
  constraint step_project_id_fkey FOREIGN KEY (project_id) REFERENCES micro.project(id)
);
CREATE UNIQUE INDEX step_once ON micro.step USING btree (project_id, round, step) WHERE (outcome = 'pass'::text);
CREATE INDEX step_project ON micro.step USING btree (project_id, id);

create table notifications.message (
  id bigint generated always as identity not null,
  channel text not null,
  post_id bigint,
  address text,
  subject text not null,
  body text not null,
  link text,
  campaign_id bigint,
  state text default 'queued'::text not null,
  error text,
  created_at timestamp with time zone default app.now() not null,
  sent_at timestamp with time zone,
  read_at timestamp with time zone,
  constraint message_pkey PRIMARY KEY (id),
  constraint message_channel_check CHECK (channel = ANY (ARRAY['in-app'::text, 'sms'::text, 'mail'::text])),
  constraint message_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'read'::text])),
  constraint message_post_id_fkey FOREIGN KEY (post_id) REFERENCES units.post(id)
);
CREATE INDEX message_post ON notifications.message USING btree (post_id, id DESC) WHERE (channel = 'in-app'::text);
CREATE INDEX message_queue ON notifications.message USING btree (id) WHERE ((state = 'queued'::text) AND (channel <> 'in-app'::text));

create table papers.certificate (
  honour_id bigint not null,
  code text not null,
  made_at timestamp with time zone default app.now() not null,
  constraint certificate_pkey PRIMARY KEY (honour_id),
  constraint certificate_code_key UNIQUE (code),
  constraint certificate_code_check CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'::text),
  constraint certificate_honour_id_fkey FOREIGN KEY (honour_id) REFERENCES selection.honour(id)
);

create table papers.letter (
  id bigint generated always as identity not null,
  campaign_id bigint not null,
  kind text not null,
  title text not null,
  content jsonb not null,
  revision integer default 0 not null,
  state text default 'draft'::text not null,
  organ text,
  year integer,
  seq integer,
  issued_on date,
  issued_by text,
  edited_by text,
  edited_at timestamp with time zone default app.now() not null,
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_organ_year_seq_key UNIQUE (organ, year, seq),
  constraint letter_check CHECK (state = 'draft'::text OR organ IS NOT NULL AND year IS NOT NULL AND seq IS NOT NULL AND issued_on IS NOT NULL),
  constraint letter_state_check CHECK (state = ANY (ARRAY['draft'::text, 'issued'::text, 'void'::text])),
  constraint letter_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES selection.campaign(id)
);
CREATE INDEX letter_campaign ON papers.letter USING btree (campaign_id, id DESC);

create table papers.letter_number (
  organ text not null,
  year integer not null,
  last integer not null,
  constraint letter_number_pkey PRIMARY KEY (organ, year)
);

create table papers.package (
  id bigint generated always as identity not null,
  kind text not null,
  campaign_id bigint not null,
  submission_id bigint,
  options jsonb default '{}'::jsonb not null,
  state text default 'waiting'::text not null,
  done integer default 0 not null,
  total integer default 0 not null,
  remarks jsonb default '[]'::jsonb not null,
  name text not null,
  sha256 text,
  bytes bigint,
  site text not null,
  banner text,
  asked_by bigint,
  post_id bigint,
  asked_at timestamp with time zone default clock_timestamp() not null,
  beat_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint package_pkey PRIMARY KEY (id),
  constraint package_kind_check CHECK (kind = ANY (ARRAY['unit'::text, 'campaign'::text, 'certificates'::text, 'press'::text, 'overprint'::text, 'archive'::text])),
  constraint package_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])),
  constraint package_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES access.account(id),
  constraint package_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES selection.campaign(id),
  constraint package_post_id_fkey FOREIGN KEY (post_id) REFERENCES units.post(id),
  constraint package_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id)
);
CREATE INDEX package_campaign ON papers.package USING btree (campaign_id, id DESC);
CREATE INDEX package_done ON papers.package USING btree (finished_at) WHERE (sha256 IS NOT NULL);
CREATE INDEX package_open ON papers.package USING btree (id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX package_submission ON papers.package USING btree (submission_id, id DESC) WHERE (submission_id IS NOT NULL);

create table papers.package_part (
  package_id bigint not null,
  key text not null,
  path text not null,
  sha256 text not null,
  constraint package_part_pkey PRIMARY KEY (package_id, key),
  constraint package_part_package_id_fkey FOREIGN KEY (package_id) REFERENCES papers.package(id) ON DELETE CASCADE
);

create table papers.sheet (
  code text not null,
  nomination_id bigint not null,
  hash text not null,
  version integer not null,
  printed_at timestamp with time zone default app.now() not null,
  scan_ids bigint[] default '{}'::bigint[] not null,
  sealed_at timestamp with time zone,
  constraint sheet_pkey PRIMARY KEY (code),
  constraint sheet_nomination_id_hash_key UNIQUE (nomination_id, hash),
  constraint sheet_code_check CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'::text),
  constraint sheet_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id)
);

create table publicity.form_use (
  source text not null,
  hour timestamp with time zone not null,
  uses integer not null,
  constraint form_use_pkey PRIMARY KEY (source, hour)
);

create table publicity.notice (
  id bigint generated always as identity not null,
  code text not null,
  module text not null,
  matter_id bigint not null,
  stage text not null,
  unit_id bigint not null,
  kind text default 'publicity'::text not null,
  version integer default 1 not null,
  supersedes bigint,
  title text not null,
  content jsonb not null,
  content_hash text not null,
  workdays integer not null,
  count_publish_day boolean default false not null,
  state text default 'draft'::text not null,
  published_on date,
  last_day date,
  proceed_on date,
  period jsonb,
  calendar_version text,
  drafted_by bigint,
  drafted_at timestamp with time zone,
  writers bigint[] default '{}'::bigint[] not null,
  return_comment text,
  reviewed_by bigint,
  reviewed_at timestamp with time zone,
  secrecy_checked boolean default false not null,
  issued_by bigint,
  issued_at timestamp with time zone,
  period_ended_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text,
  constraint notice_pkey PRIMARY KEY (id),
  constraint notice_code_key UNIQUE (code),
  constraint notice_check CHECK ((kind = 'publicity'::text) = (workdays > 0)),
  constraint notice_check1 CHECK ((state <> ALL (ARRAY['issued'::text, 'superseded'::text])) OR published_on IS NOT NULL AND issued_by IS NOT NULL),
  constraint notice_check2 CHECK (reviewed_by IS NULL OR (reviewed_by <> ALL (writers))),
  constraint notice_check3 CHECK (issued_by IS NULL OR (issued_by <> ALL (writers)) AND issued_by <> reviewed_by),
  constraint notice_kind_check CHECK (kind = ANY (ARRAY['publicity'::text, 'announcement'::text, 'result'::text, 'story'::text])),
  constraint notice_state_check CHECK (state = ANY (ARRAY['draft'::text, 'in-review'::text, 'approved'::text, 'issued'::text, 'superseded'::text, 'withdrawn'::text])),
  constraint notice_workdays_check CHECK (workdays >= 0),
  constraint notice_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES access.account(id),
  constraint notice_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES access.account(id),
  constraint notice_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES access.account(id),
  constraint notice_supersedes_fkey FOREIGN KEY (supersedes) REFERENCES publicity.notice(id),
  constraint notice_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE INDEX notice_matter ON publicity.notice USING btree (module, matter_id, stage, version DESC);
CREATE INDEX notice_public ON publicity.notice USING btree (published_on DESC, id DESC) WHERE (state = 'issued'::text);
CREATE INDEX notice_running ON publicity.notice USING btree (proceed_on) WHERE ((state = 'issued'::text) AND (period_ended_at IS NULL));
CREATE INDEX notice_unit ON publicity.notice USING btree (unit_id, id DESC);
CREATE TRIGGER notice_frozen BEFORE UPDATE ON publicity.notice FOR EACH ROW EXECUTE FUNCTION publicity.keep_frozen();

create table publicity.objection (
  id bigint generated always as identity not null,
  receipt text not null,
  notice_id bigint not null,
  item_key text,
  channel text not null,
  anonymous boolean default false not null,
  objector_name text,
  objector_phone text,
  words text not null,
  evidence bigint[] default '{}'::bigint[] not null,
  received_at timestamp with time zone default app.now() not null,
  entered_by bigint,
  state text default 'open'::text not null,
  concerned_unit_id bigint,
  points text,
  points_at timestamp with time zone,
  unit_reply text,
  unit_replied_at timestamp with time zone,
  outcome text,
  conclusion text,
  public_reply text,
  concluded_by bigint,
  concluded_at timestamp with time zone,
  constraint objection_pkey PRIMARY KEY (id),
  constraint objection_receipt_key UNIQUE (receipt),
  constraint objection_channel_check CHECK (channel = ANY (ARRAY['online'::text, 'letter'::text, 'call'::text, 'visit'::text])),
  constraint objection_check CHECK (anonymous OR objector_name IS NOT NULL AND objector_phone IS NOT NULL),
  constraint objection_check1 CHECK (state <> 'concluded'::text OR outcome IS NOT NULL AND conclusion IS NOT NULL),
  constraint objection_outcome_check CHECK (outcome = ANY (ARRAY['upheld'::text, 'partly'::text, 'not-upheld'::text, 'handed-over'::text])),
  constraint objection_state_check CHECK (state = ANY (ARRAY['open'::text, 'checking'::text, 'concluded'::text])),
  constraint objection_concerned_unit_id_fkey FOREIGN KEY (concerned_unit_id) REFERENCES units.unit(id),
  constraint objection_concluded_by_fkey FOREIGN KEY (concluded_by) REFERENCES access.account(id),
  constraint objection_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES access.account(id),
  constraint objection_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES publicity.notice(id)
);
CREATE INDEX objection_concerned ON publicity.objection USING btree (concerned_unit_id, id DESC) WHERE (points IS NOT NULL);
CREATE INDEX objection_notice ON publicity.objection USING btree (notice_id, state);

create table selection.act (
  id bigint generated always as identity not null,
  stage_run_id bigint not null,
  kind text not null,
  nomination_id bigint not null,
  replaces_id bigint,
  from_category text,
  to_category text,
  reason text not null,
  basis text not null,
  before jsonb default '{}'::jsonb not null,
  undoes_id bigint,
  made_by bigint,
  at timestamp with time zone default app.now() not null,
  constraint act_pkey PRIMARY KEY (id),
  constraint act_undoes_id_key UNIQUE (undoes_id),
  constraint act_kind_check CHECK (kind = ANY (ARRAY['succeed'::text, 'add'::text, 'move'::text, 'remove'::text])),
  constraint act_made_by_fkey FOREIGN KEY (made_by) REFERENCES access.account(id),
  constraint act_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id),
  constraint act_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES selection.nomination(id),
  constraint act_stage_run_id_fkey FOREIGN KEY (stage_run_id) REFERENCES selection.stage_run(id),
  constraint act_undoes_id_fkey FOREIGN KEY (undoes_id) REFERENCES selection.act(id)
);
CREATE INDEX act_stage ON selection.act USING btree (stage_run_id, id);

create table selection.article_print (
  nomination_id bigint not null,
  material text not null,
  marks integer[] not null,
  constraint article_print_pkey PRIMARY KEY (nomination_id, material),
  constraint article_print_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id) ON DELETE CASCADE
);
CREATE INDEX article_print_marks ON selection.article_print USING gin (marks);

create table selection.campaign (
  id bigint generated always as identity not null,
  slug text not null,
  title text not null,
  short_title text not null,
  unit_id bigint not null,
  plan_version_id bigint not null,
  settings jsonb default '{}'::jsonb not null,
  state text default 'preparing'::text not null,
  stage_run_id bigint,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_slug_key UNIQUE (slug),
  constraint campaign_state_check CHECK (state = ANY (ARRAY['preparing'::text, 'running'::text, 'finished'::text])),
  constraint campaign_plan_version_id_fkey FOREIGN KEY (plan_version_id) REFERENCES selection.plan_version(id),
  constraint campaign_stage_run_id_fkey FOREIGN KEY (stage_run_id) REFERENCES selection.stage_run(id),
  constraint campaign_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);

create table selection.campaign_category (
  campaign_id bigint not null,
  category text not null,
  seq integer not null,
  constraint campaign_category_pkey PRIMARY KEY (campaign_id, category),
  constraint campaign_category_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES selection.campaign(id) ON DELETE CASCADE
);

create table selection.consult_remark (
  consultation_id bigint not null,
  nomination_id bigint not null,
  advice text not null,
  words text default ''::text not null,
  made_by text not null,
  at timestamp with time zone default app.now() not null,
  constraint consult_remark_pkey PRIMARY KEY (consultation_id, nomination_id),
  constraint consult_remark_advice_check CHECK (advice = ANY (ARRAY['keep'::text, 'adjust'::text, 'careful'::text])),
  constraint consult_remark_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES selection.consultation(id),
  constraint consult_remark_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id)
);

create table selection.consultation (
  id bigint generated always as identity not null,
  stage_run_id bigint not null,
  submission_id bigint not null,
  names jsonb not null,
  note text,
  first_sent_at timestamp with time zone default app.now() not null,
  sent_at timestamp with time zone default app.now() not null,
  answered_at timestamp with time zone,
  constraint consultation_pkey PRIMARY KEY (id),
  constraint consultation_stage_run_id_submission_id_key UNIQUE (stage_run_id, submission_id),
  constraint consultation_stage_run_id_fkey FOREIGN KEY (stage_run_id) REFERENCES selection.stage_run(id),
  constraint consultation_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id)
);
CREATE INDEX consultation_submission ON selection.consultation USING btree (submission_id);

create table selection.decision (
  id bigint generated always as identity not null,
  stage_run_id bigint not null,
  round integer not null,
  form text not null,
  held_on date not null,
  body text not null,
  attendees text not null,
  resolution text not null,
  changes jsonb default '[]'::jsonb not null,
  file_ids bigint[] default '{}'::bigint[] not null,
  made_by bigint,
  at timestamp with time zone default app.now() not null,
  minutes_number text default ''::text not null,
  absent text default ''::text not null,
  observers text default ''::text not null,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_stage_run_id_round_key UNIQUE (stage_run_id, round),
  constraint decision_form_check CHECK (form = ANY (ARRAY['meeting'::text, 'circulation'::text, 'instruction'::text])),
  constraint decision_made_by_fkey FOREIGN KEY (made_by) REFERENCES access.account(id),
  constraint decision_stage_run_id_fkey FOREIGN KEY (stage_run_id) REFERENCES selection.stage_run(id)
);

create table selection.expert (
  id bigint generated always as identity not null,
  stage_run_id bigint not null,
  name text not null,
  unit_name text not null,
  unit_id bigint,
  phone text,
  post_id bigint,
  constraint expert_pkey PRIMARY KEY (id),
  constraint expert_post_id_fkey FOREIGN KEY (post_id) REFERENCES units.post(id),
  constraint expert_stage_run_id_fkey FOREIGN KEY (stage_run_id) REFERENCES selection.stage_run(id),
  constraint expert_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE INDEX expert_post ON selection.expert USING btree (post_id) WHERE (post_id IS NOT NULL);
CREATE INDEX expert_stage ON selection.expert USING btree (stage_run_id, id);

create table selection.honour (
  id bigint generated always as identity not null,
  register text not null,
  number text not null,
  seq integer default 0 not null,
  category text,
  title text not null,
  year integer not null,
  level text not null,
  subject text not null,
  name text not null,
  unit_name text not null,
  identity_key text,
  campaign_id bigint,
  nomination_id bigint,
  state text default 'valid'::text not null,
  state_reason text,
  story jsonb default '{}'::jsonb not null,
  public_notice_id bigint,
  granted_on date not null,
  imported_by bigint,
  superseded_by bigint,
  state_on date,
  constraint honour_pkey PRIMARY KEY (id),
  constraint honour_register_number_key UNIQUE (register, number),
  constraint honour_state_check CHECK (state = ANY (ARRAY['valid'::text, 'superseded'::text, 'revoked'::text])),
  constraint honour_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES selection.campaign(id),
  constraint honour_imported_by_fkey FOREIGN KEY (imported_by) REFERENCES access.account(id),
  constraint honour_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id),
  constraint honour_public_notice_id_fkey FOREIGN KEY (public_notice_id) REFERENCES publicity.notice(id),
  constraint honour_superseded_by_fkey FOREIGN KEY (superseded_by) REFERENCES selection.honour(id)
);
CREATE INDEX honour_campaign ON selection.honour USING btree (campaign_id, category, seq) WHERE (campaign_id IS NOT NULL);
CREATE INDEX honour_identity ON selection.honour USING btree (identity_key) WHERE (identity_key IS NOT NULL);
CREATE INDEX honour_name ON selection.honour USING btree (name);
CREATE INDEX honour_number ON selection.honour USING btree (number);
CREATE INDEX honour_public ON selection.honour USING btree (id DESC) WHERE (public_notice_id IS NOT NULL);

create table selection.inspection (
  id bigint generated always as identity not null,
  stage_run_id bigint not null,
  nomination_id bigint not null,
  team jsonb default '[]'::jsonb not null,
  visited_on date,
  material jsonb default '{}'::jsonb not null,
  file_ids bigint[] default '{}'::bigint[] not null,
  branch text,
  state text default 'open'::text not null,
  constraint inspection_pkey PRIMARY KEY (id),
  constraint inspection_stage_run_id_nomination_id_key UNIQUE (stage_run_id, nomination_id),
  constraint inspection_state_check CHECK (state = ANY (ARRAY['open'::text, 'done'::text])),
  constraint inspection_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id),
  constraint inspection_stage_run_id_fkey FOREIGN KEY (stage_run_id) REFERENCES selection.stage_run(id)
);

create table selection.inspection_report (
  stage_run_id bigint not null,
  submission_id bigint not null,
  report jsonb default '{}'::jsonb not null,
  file_ids bigint[] default '{}'::bigint[] not null,
  handed_in_at timestamp with time zone,
  handed_in_by text,
  constraint inspection_report_pkey PRIMARY KEY (stage_run_id, submission_id),
  constraint inspection_report_stage_run_id_fkey FOREIGN KEY (stage_run_id) REFERENCES selection.stage_run(id),
  constraint inspection_report_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id)
);

create table selection.local_notice (
  id bigint generated always as identity not null,
  submission_id bigint not null,
  medium text not null,
  media_level text not null,
  url text,
  file_ids bigint[] default '{}'::bigint[] not null,
  published_on date not null,
  workdays integer not null,
  last_day date not null,
  ended_on date,
  nomination_ids bigint[] default '{}'::bigint[] not null,
  at timestamp with time zone default app.now() not null,
  constraint local_notice_pkey PRIMARY KEY (id),
  constraint local_notice_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id)
);
CREATE INDEX local_notice_names ON selection.local_notice USING gin (nomination_ids);
CREATE INDEX local_notice_submission ON selection.local_notice USING btree (submission_id);

create table selection.nomination (
  id bigint generated always as identity not null,
  campaign_id bigint not null,
  category text not null,
  subject text not null,
  name text default ''::text not null,
  origin_unit_id bigint not null,
  submission_id bigint not null,
  unit_id bigint not null,
  unit_order integer not null,
  rank integer,
  origin text default 'unit'::text not null,
  origin_nomination_id bigint,
  state text default 'draft'::text not null,
  answers jsonb default '{}'::jsonb not null,
  articles jsonb default '{}'::jsonb not null,
  particulars jsonb default '{}'::jsonb not null,
  reasons jsonb default '[]'::jsonb not null,
  identity_key text,
  findings jsonb default '[]'::jsonb not null,
  problems integer generated always as (jsonb_array_length(jsonb_path_query_array(findings, '$[*]?(@."severity" == "block")'::jsonpath))) stored not null,
  promised integer generated always as (((jsonb_array_length(jsonb_path_query_array(answers, '$.*."evidence"?(@."kind" == "promised")'::jsonpath)) + jsonb_array_length(jsonb_path_query_array(particulars, '$."seals".*."evidence"?(@."kind" == "promised")'::jsonpath))) + jsonb_array_length(jsonb_path_query_array(particulars, '$."materials".*?(exists (@."promisedBy"))'::jsonpath)))) stored not null,
  revision integer default 0 not null,
  edited_by text,
  edited_at timestamp with time zone default app.now() not null,
  submitted_at timestamp with time zone,
  name_order text,
  category_order integer default 0 not null,
  state_order integer generated always as (
CASE state
    WHEN 'submitted'::text THEN 0
    WHEN 'returned'::text THEN 1
    WHEN 'accepted'::text THEN 2
    ELSE 3
END) stored not null,
  score numeric(7,3),
  register_no text,
  printed_revision integer,
  constraint nomination_pkey PRIMARY KEY (id),
  constraint nomination_origin_check CHECK (origin = ANY (ARRAY['unit'::text, 'self'::text, 'automatic'::text, 'added'::text])),
  constraint nomination_state_check CHECK (state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'accepted'::text, 'removed'::text])),
  constraint nomination_subject_check CHECK (subject = ANY (ARRAY['person'::text, 'organisation'::text, 'project'::text])),
  constraint nomination_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES selection.campaign(id),
  constraint nomination_origin_nomination_id_fkey FOREIGN KEY (origin_nomination_id) REFERENCES selection.nomination(id),
  constraint nomination_origin_unit_id_fkey FOREIGN KEY (origin_unit_id) REFERENCES units.unit(id),
  constraint nomination_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id),
  constraint nomination_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE INDEX nomination_by_category ON selection.nomination USING btree (campaign_id, category_order, unit_order, COALESCE(rank, 0), id, state);
CREATE INDEX nomination_by_name ON selection.nomination USING btree (campaign_id, COALESCE(name_order, '~'::text), id, category, state);
CREATE INDEX nomination_by_score ON selection.nomination USING btree (campaign_id, COALESCE(score, ('-1'::integer)::numeric), id, category, state);
CREATE INDEX nomination_by_state ON selection.nomination USING btree (campaign_id, state_order, unit_order, COALESCE(rank, 0), id, category);
CREATE INDEX nomination_by_time ON selection.nomination USING btree (campaign_id, COALESCE(submitted_at, '-infinity'::timestamp with time zone), id, category, state);
CREATE INDEX nomination_identity ON selection.nomination USING btree (campaign_id, identity_key) WHERE (identity_key IS NOT NULL);
CREATE INDEX nomination_list ON selection.nomination USING btree (campaign_id, category, state, unit_order, COALESCE(rank, 0), id);
CREATE INDEX nomination_name_unplaced ON selection.nomination USING btree (id) WHERE ((name_order IS NULL) AND (name <> ''::text));
CREATE INDEX nomination_order ON selection.nomination USING btree (campaign_id, unit_order, COALESCE(rank, 0), id);
CREATE INDEX nomination_promised ON selection.nomination USING btree (submission_id) WHERE ((promised > 0) AND (state <> 'removed'::text));
CREATE UNIQUE INDEX nomination_register_no ON selection.nomination USING btree (campaign_id, register_no) WHERE (register_no IS NOT NULL);
CREATE INDEX nomination_unit ON selection.nomination USING btree (submission_id, category, rank, id);
CREATE INDEX nomination_unprinted ON selection.nomination USING btree (id) WHERE ((state = ANY (ARRAY['submitted'::text, 'accepted'::text])) AND (printed_revision IS DISTINCT FROM revision));
CREATE TRIGGER nomination_category_order BEFORE INSERT OR UPDATE OF category ON selection.nomination FOR EACH ROW EXECUTE FUNCTION selection.keep_category_order();
CREATE TRIGGER nomination_counted AFTER UPDATE ON selection.nomination REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION selection.count_states();
CREATE TRIGGER nomination_counted_new AFTER INSERT ON selection.nomination REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION selection.count_new_states();
CREATE TRIGGER nomination_name_order BEFORE UPDATE OF name ON selection.nomination FOR EACH ROW EXECUTE FUNCTION selection.forget_name_order();

create table selection.nomination_version (
  nomination_id bigint not null,
  version integer not null,
  answers jsonb not null,
  articles jsonb not null,
  hash text not null,
  unit_id bigint not null,
  at timestamp with time zone default app.now() not null,
  constraint nomination_version_pkey PRIMARY KEY (nomination_id, version),
  constraint nomination_version_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id)
);

create table selection.passage (
  id bigint generated always as identity not null,
  nomination_id bigint not null,
  from_unit_id bigint not null,
  to_unit_id bigint not null,
  rank integer,
  at timestamp with time zone default app.now() not null,
  constraint passage_pkey PRIMARY KEY (id),
  constraint passage_from_unit_id_fkey FOREIGN KEY (from_unit_id) REFERENCES units.unit(id),
  constraint passage_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id),
  constraint passage_to_unit_id_fkey FOREIGN KEY (to_unit_id) REFERENCES units.unit(id)
);

create table selection.plan (
  id bigint generated always as identity not null,
  slug text not null,
  title text not null,
  unit_id bigint not null,
  sources jsonb not null,
  revision integer default 1 not null,
  based_on text,
  created_by bigint,
  updated_at timestamp with time zone default app.now() not null,
  constraint plan_pkey PRIMARY KEY (id),
  constraint plan_slug_key UNIQUE (slug),
  constraint plan_created_by_fkey FOREIGN KEY (created_by) REFERENCES access.account(id),
  constraint plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);

create table selection.plan_version (
  id bigint generated always as identity not null,
  plan_id bigint not null,
  version integer not null,
  sources jsonb not null,
  content jsonb not null,
  hash text not null,
  reason text not null,
  published_by bigint,
  published_at timestamp with time zone default app.now() not null,
  constraint plan_version_pkey PRIMARY KEY (id),
  constraint plan_version_plan_id_version_key UNIQUE (plan_id, version),
  constraint plan_version_plan_id_fkey FOREIGN KEY (plan_id) REFERENCES selection.plan(id),
  constraint plan_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES access.account(id)
);
CREATE TRIGGER plan_version_frozen BEFORE DELETE OR UPDATE ON selection.plan_version FOR EACH ROW EXECUTE FUNCTION selection.refuse_change();

create table selection.pool_entry (
  stage_run_id bigint not null,
  nomination_id bigint not null,
  category text not null,
  outcome text default 'pending'::text not null,
  reason text,
  evidence jsonb default '{}'::jsonb not null,
  decided_by text,
  decided_at timestamp with time zone,
  constraint pool_entry_pkey PRIMARY KEY (stage_run_id, nomination_id),
  constraint pool_entry_outcome_check CHECK (outcome = ANY (ARRAY['pending'::text, 'pass'::text, 'out'::text, 'suspended'::text])),
  constraint pool_entry_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id),
  constraint pool_entry_stage_run_id_fkey FOREIGN KEY (stage_run_id) REFERENCES selection.stage_run(id)
);
CREATE INDEX pool_entry_nomination ON selection.pool_entry USING btree (nomination_id);

create table selection.reading (
  id bigint generated always as identity not null,
  submission_id bigint not null,
  file_id bigint not null,
  state text default 'waiting'::text not null,
  result jsonb,
  summary jsonb,
  problem text,
  attempts integer default 0 not null,
  beat_at timestamp with time zone,
  saved_as bigint,
  asked_at timestamp with time zone default app.now() not null,
  constraint reading_pkey PRIMARY KEY (id),
  constraint reading_submission_id_file_id_key UNIQUE (submission_id, file_id),
  constraint reading_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'reading'::text, 'read'::text, 'refused'::text])),
  constraint reading_file_id_fkey FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE CASCADE,
  constraint reading_saved_as_fkey FOREIGN KEY (saved_as) REFERENCES selection.nomination(id) ON DELETE SET NULL,
  constraint reading_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id) ON DELETE CASCADE
);
CREATE INDEX reading_asked ON selection.reading USING btree (asked_at);
CREATE INDEX reading_file ON selection.reading USING btree (file_id);
CREATE INDEX reading_saved_as ON selection.reading USING btree (saved_as) WHERE (saved_as IS NOT NULL);
CREATE INDEX reading_waiting ON selection.reading USING btree (id) WHERE (state = ANY (ARRAY['waiting'::text, 'reading'::text]));

create table selection.reminder (
  submission_id bigint not null,
  kind text not null,
  about date not null,
  at timestamp with time zone default app.now() not null,
  constraint reminder_pkey PRIMARY KEY (submission_id, kind, about),
  constraint reminder_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id)
);

create table selection.return_note (
  id bigint generated always as identity not null,
  submission_id bigint not null,
  nomination_id bigint,
  path text,
  comment text not null,
  due_on date,
  made_by bigint,
  at timestamp with time zone default app.now() not null,
  settled_at timestamp with time zone,
  constraint return_note_pkey PRIMARY KEY (id),
  constraint return_note_made_by_fkey FOREIGN KEY (made_by) REFERENCES access.account(id),
  constraint return_note_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id),
  constraint return_note_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id)
);
CREATE INDEX return_note_submission ON selection.return_note USING btree (submission_id, at DESC);

create table selection.score (
  expert_id bigint not null,
  nomination_id bigint not null,
  recused boolean default false not null,
  recusal_reason text,
  marks jsonb default '{}'::jsonb not null,
  total numeric(7,3),
  comment text,
  state text default 'draft'::text not null,
  at timestamp with time zone default app.now() not null,
  constraint score_pkey PRIMARY KEY (expert_id, nomination_id),
  constraint score_state_check CHECK (state = ANY (ARRAY['draft'::text, 'final'::text])),
  constraint score_expert_id_fkey FOREIGN KEY (expert_id) REFERENCES selection.expert(id),
  constraint score_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id)
);
CREATE INDEX score_nomination ON selection.score USING btree (nomination_id);

create table selection.self_recommendation (
  id bigint generated always as identity not null,
  receipt text not null,
  campaign_id bigint not null,
  submission_id bigint,
  category text not null,
  by_other boolean not null,
  name text not null,
  answers jsonb not null,
  reason text not null,
  sender_name text not null,
  sender_phone text not null,
  evidence bigint[] default '{}'::bigint[] not null,
  state text default 'received'::text not null,
  public_reason text,
  decided_by text,
  decided_at timestamp with time zone,
  nomination_id bigint,
  received_at timestamp with time zone default app.now() not null,
  constraint self_recommendation_pkey PRIMARY KEY (id),
  constraint self_recommendation_receipt_key UNIQUE (receipt),
  constraint self_recommendation_state_check CHECK (state = ANY (ARRAY['received'::text, 'adopted'::text, 'declined'::text])),
  constraint self_recommendation_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES selection.campaign(id),
  constraint self_recommendation_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id),
  constraint self_recommendation_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id)
);
CREATE INDEX self_recommendation_inbox ON selection.self_recommendation USING btree (submission_id, state, id);
CREATE INDEX self_recommendation_organiser ON selection.self_recommendation USING btree (campaign_id, id) WHERE (submission_id IS NULL);

create table selection.similar_pair (
  campaign_id bigint not null,
  left_id bigint not null,
  left_material text not null,
  right_id bigint not null,
  right_material text not null,
  share real not null,
  common integer not null,
  constraint similar_pair_pkey PRIMARY KEY (left_id, left_material, right_id, right_material),
  constraint similar_pair_check CHECK (left_id < right_id),
  constraint similar_pair_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES selection.campaign(id) ON DELETE CASCADE,
  constraint similar_pair_left_id_fkey FOREIGN KEY (left_id) REFERENCES selection.nomination(id) ON DELETE CASCADE,
  constraint similar_pair_right_id_fkey FOREIGN KEY (right_id) REFERENCES selection.nomination(id) ON DELETE CASCADE
);
CREATE INDEX similar_pair_list ON selection.similar_pair USING btree (campaign_id, share DESC, common DESC);
CREATE INDEX similar_pair_right ON selection.similar_pair USING btree (right_id);

create table selection.stage_run (
  id bigint generated always as identity not null,
  campaign_id bigint not null,
  seq integer not null,
  stage text not null,
  kind text not null,
  state text default 'waiting'::text not null,
  due_on date,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  record jsonb default '{}'::jsonb not null,
  constraint stage_run_pkey PRIMARY KEY (id),
  constraint stage_run_campaign_id_stage_key UNIQUE (campaign_id, stage),
  constraint stage_run_state_check CHECK (state = ANY (ARRAY['waiting'::text, 'open'::text, 'closed'::text])),
  constraint stage_run_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES selection.campaign(id)
);

create table selection.submission (
  id bigint generated always as identity not null,
  campaign_id bigint not null,
  unit_id bigint not null,
  above_id bigint,
  unit_key text,
  unit_class text not null,
  unit_order integer not null,
  level integer default 0 not null,
  quota jsonb not null,
  state text default 'open'::text not null,
  submitted_at timestamp with time zone,
  accepted_at timestamp with time zone,
  due_on date,
  return_due_on date,
  late_until timestamp with time zone,
  report jsonb default '{}'::jsonb not null,
  revision integer default 0 not null,
  constraint submission_pkey PRIMARY KEY (id),
  constraint submission_campaign_id_unit_id_key UNIQUE (campaign_id, unit_id),
  constraint submission_state_check CHECK (state = ANY (ARRAY['open'::text, 'submitted'::text, 'returned'::text, 'accepted'::text])),
  constraint submission_above_id_fkey FOREIGN KEY (above_id) REFERENCES selection.submission(id),
  constraint submission_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES selection.campaign(id),
  constraint submission_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE INDEX submission_above ON selection.submission USING btree (above_id);
CREATE INDEX submission_list ON selection.submission USING btree (campaign_id, unit_order, id) WHERE (above_id IS NULL);
CREATE INDEX submission_unit ON selection.submission USING btree (unit_id);

create table selection.tally (
  campaign_id bigint not null,
  category text not null,
  state text not null,
  n integer not null,
  constraint tally_pkey PRIMARY KEY (campaign_id, category, state)
);

create table selection.vet_opinion (
  request_id bigint not null,
  nomination_id bigint not null,
  opinion text,
  reason text,
  channel text,
  sealed_on date,
  at timestamp with time zone,
  conclusion text,
  conclusion_reason text,
  concluded_by bigint,
  concluded_at timestamp with time zone,
  constraint vet_opinion_pkey PRIMARY KEY (request_id, nomination_id),
  constraint vet_opinion_channel_check CHECK (channel = ANY (ARRAY['online'::text, 'paper'::text])),
  constraint vet_opinion_check CHECK (at IS NULL OR opinion IS NOT NULL),
  constraint vet_opinion_check1 CHECK (at IS NULL OR opinion <> 'objection'::text OR btrim(COALESCE(reason, ''::text)) <> ''::text),
  constraint vet_opinion_check2 CHECK (conclusion IS NULL OR opinion = 'objection'::text),
  constraint vet_opinion_conclusion_check CHECK (conclusion = ANY (ARRAY['continue'::text, 'stop'::text])),
  constraint vet_opinion_opinion_check CHECK (opinion = ANY (ARRAY['none'::text, 'objection'::text])),
  constraint vet_opinion_concluded_by_fkey FOREIGN KEY (concluded_by) REFERENCES access.account(id),
  constraint vet_opinion_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES selection.nomination(id),
  constraint vet_opinion_request_id_fkey FOREIGN KEY (request_id) REFERENCES selection.vet_request(id)
);
CREATE INDEX vet_opinion_nomination ON selection.vet_opinion USING btree (nomination_id);

create table selection.vet_request (
  id bigint generated always as identity not null,
  stage_run_id bigint not null,
  submission_id bigint,
  department text not null,
  unit_id bigint,
  letter_no text,
  due_on date,
  state text default 'open'::text not null,
  paper_file_id bigint,
  entered_by bigint,
  answered_by text,
  asked_at timestamp with time zone default app.now() not null,
  reminded_at timestamp with time zone,
  answered_at timestamp with time zone,
  constraint vet_request_pkey PRIMARY KEY (id),
  constraint vet_request_state_check CHECK (state = ANY (ARRAY['open'::text, 'answered'::text])),
  constraint vet_request_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES access.account(id),
  constraint vet_request_paper_file_id_fkey FOREIGN KEY (paper_file_id) REFERENCES files.file(id),
  constraint vet_request_stage_run_id_fkey FOREIGN KEY (stage_run_id) REFERENCES selection.stage_run(id),
  constraint vet_request_submission_id_fkey FOREIGN KEY (submission_id) REFERENCES selection.submission(id),
  constraint vet_request_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE UNIQUE INDEX vet_request_once ON selection.vet_request USING btree (stage_run_id, COALESCE(submission_id, (0)::bigint), department);
CREATE INDEX vet_request_unit ON selection.vet_request USING btree (unit_id) WHERE (state = 'open'::text);

create table units.person (
  id bigint generated always as identity not null,
  name text not null,
  phone text,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint person_pkey PRIMARY KEY (id)
);

create table units.post (
  id bigint generated always as identity not null,
  unit_id bigint not null,
  title text not null,
  roles text[] default '{}'::text[] not null,
  active boolean default true not null,
  constraint post_pkey PRIMARY KEY (id),
  constraint post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES units.unit(id)
);
CREATE INDEX post_unit ON units.post USING btree (unit_id);

create table units.post_holder (
  id bigint generated always as identity not null,
  post_id bigint not null,
  person_id bigint not null,
  rank text not null,
  since timestamp with time zone default clock_timestamp() not null,
  until timestamp with time zone,
  constraint post_holder_pkey PRIMARY KEY (id),
  constraint post_holder_rank_check CHECK (rank = ANY (ARRAY['A'::text, 'B'::text])),
  constraint post_holder_person_id_fkey FOREIGN KEY (person_id) REFERENCES units.person(id),
  constraint post_holder_post_id_fkey FOREIGN KEY (post_id) REFERENCES units.post(id)
);
CREATE UNIQUE INDEX post_holder_now ON units.post_holder USING btree (post_id, rank) WHERE (until IS NULL);
CREATE INDEX post_holder_person ON units.post_holder USING btree (person_id) WHERE (until IS NULL);

create table units.unit (
  id bigint generated always as identity not null,
  parent_id bigint,
  path text default ''::text not null,
  name text not null,
  full_name text not null,
  kind text not null,
  region_code text,
  sort_no integer default 0 not null,
  population integer,
  population_basis text,
  active boolean default true not null,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_kind_check CHECK (kind = ANY (ARRAY['province'::text, 'city'::text, 'county'::text, 'township'::text, 'village'::text, 'direct'::text])),
  constraint unit_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES units.unit(id)
);
CREATE UNIQUE INDEX unit_name ON units.unit USING btree (COALESCE(parent_id, (0)::bigint), name);
CREATE INDEX unit_parent ON units.unit USING btree (parent_id, sort_no);
CREATE UNIQUE INDEX unit_path ON units.unit USING btree (path text_pattern_ops);
CREATE TRIGGER unit_children_follow AFTER UPDATE OF parent_id ON units.unit FOR EACH ROW WHEN (old.path IS DISTINCT FROM new.path) EXECUTE FUNCTION units.move_children();
CREATE TRIGGER unit_path_set BEFORE INSERT OR UPDATE OF parent_id ON units.unit FOR EACH ROW EXECUTE FUNCTION units.set_path();
