-- Votes that anyone can check (docs/ballot.md). Who may vote and what was voted share no column.
create schema ballot;

create table ballot.election (
  id bigint generated always as identity primary key,
  slug text not null unique,
  unit_id bigint not null references units.unit,
  -- who asked for it, as that module names it ('selection:12'), and its own ids by candidate number
  matter text unique,
  refs jsonb not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'drained', 'final', 'published')),
  rules jsonb not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null check (closes_at > opens_at),
  -- keys that stay in the house, sealed with the installation's secret
  secrets bytea not null,
  -- the frozen document in canonical form, and its fingerprint
  document text,
  fingerprint text,
  result jsonb,
  created_by bigint references access.account,
  frozen_by bigint references access.account,
  frozen_at timestamptz,
  closed_at timestamptz,
  finished_at timestamptz,
  finished_by bigint references access.account,
  published_at timestamptz,
  published_by bigint references access.account,
  check ((state = 'draft') = (document is null)),
  check ((document is null) = (fingerprint is null))
);
create index election_unit on ballot.election (unit_id);
create index election_running on ballot.election (id) where state in ('open', 'closed', 'drained');

-- The freeze: from then on nothing of the rules changes, and the state moves forward one step at a time.
create function ballot.keep_frozen() returns trigger language plpgsql as $$
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
end $$;
create trigger election_frozen before update or delete on ballot.election
  for each row execute function ballot.keep_frozen();

-- Identity ----------------------------------------------------------------------------------------------------------
-- A telephone stands here only as HMAC under a key of its election.
create table ballot.census (
  election_id bigint not null references ballot.election on delete cascade,
  voter_hash bytea not null,
  group_key text not null,
  primary key (election_id, voter_hash)
);

-- Deleted at the close.
create table ballot.code (
  id bigint generated always as identity primary key,
  election_id bigint not null references ballot.election,
  voter_hash bytea not null,
  code_hash text not null,
  tries integer not null default 0,
  used boolean not null default false,
  -- what made it risky: a number range without an owner ('range'), many from one network ('burst')
  flag text check (flag in ('range', 'burst')),
  -- keyed hash of the network
  subnet bytea,
  sent_at timestamptz not null default clock_timestamp()
);
create index code_voter on ballot.code (election_id, voter_hash, sent_at);
create index code_subnet on ballot.code (election_id, subnet, sent_at);

create table ballot.admission (
  token_hash text primary key,
  election_id bigint not null references ballot.election,
  voter_hash bytea not null,
  group_key text not null,
  expires_at timestamptz not null
);
create index admission_age on ballot.admission (expires_at);

-- One row for each voter who was issued a credential: what was asked, blinded, and what was signed.
create table ballot.voter (
  election_id bigint not null references ballot.election,
  voter_hash bytea not null,
  group_key text not null,
  mode text not null check (mode in ('blind', 'plain')),
  -- hash of the request; that of the weaker mode is erased at the close, because a serial can be compared with it
  request_hash bytea,
  signature bytea,
  issued_on date not null default app.today(),
  primary key (election_id, voter_hash)
);

create table ballot.wechat (
  election_id bigint not null references ballot.election,
  openid_hash bytea not null,
  voter_hash bytea not null,
  primary key (election_id, openid_hash),
  unique (election_id, voter_hash)
);

create table ballot.comment (
  id bigint generated always as identity primary key,
  election_id bigint not null references ballot.election,
  candidate integer not null,
  -- HMAC of voter and candidate under a key of its own: one comment each, linked to nothing
  author_hash bytea not null,
  words text not null,
  state text not null default 'waiting' check (state in ('waiting', 'shown', 'hidden')),
  sent_on date not null default app.today(),
  decided_by bigint references access.account,
  decided_at timestamptz,
  unique (election_id, author_hash)
);
create index comment_list on ballot.comment (election_id, state, id);

-- Ballots -----------------------------------------------------------------------------------------------------------
create table ballot.ballot (
  election_id bigint not null,
  serial bytea not null check (octet_length(serial) = 32),
  counter smallint not null check (counter >= 0),
  group_key text not null,
  mode text not null check (mode in ('blind', 'plain')),
  credential bytea not null,
  salt bytea not null check (octet_length(salt) = 32),
  -- canonical JSON, as it is committed to
  choices text not null,
  minute timestamptz not null default date_trunc('minute', app.now()),
  -- keyed hash of the network's address, erased at publication
  subnet bytea,
  primary key (election_id, serial, counter)
);

-- Ballots that the sequencer has not put into the log yet.
create table ballot.pending (
  election_id bigint not null,
  serial bytea not null,
  counter smallint not null
);

-- No ballot outside its window: whoever inserts shares the election's row until the commit; whoever closes takes it
-- for himself and so waits for every ballot that got in. One check for each statement, however many rows.
create function ballot.accept_ballots() returns trigger language plpgsql as $$
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
end $$;
create trigger ballot_accepted after insert on ballot.ballot referencing new table as new_ballots
  for each statement execute function ballot.accept_ballots();

create function ballot.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of ballot.% are never changed', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

-- Nothing of a ballot changes, but the network's hash goes.
create function ballot.keep_ballot() returns trigger language plpgsql as $$
begin
  old.subnet := null;
  if new is distinct from old then
    raise exception 'a ballot is never changed' using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;
create trigger ballot_kept before update on ballot.ballot for each row execute function ballot.keep_ballot();
create trigger ballot_stays before delete on ballot.ballot for each row execute function ballot.refuse_change();

-- The log -----------------------------------------------------------------------------------------------------------
create table ballot.leaf (
  election_id bigint not null references ballot.election,
  index integer not null check (index >= 0),
  kind text not null check (kind in ('open', 'ballot', 'close', 'void', 'final')),
  -- canonical JSON: the leaf's bytes
  leaf text not null,
  hash bytea not null check (octet_length(hash) = 32),
  -- of ballots: their receipt's number and their row
  receipt text,
  serial bytea,
  counter smallint,
  primary key (election_id, index),
  check ((kind = 'ballot') = (receipt is not null) and (kind = 'ballot') = (serial is not null)
    and (kind = 'ballot') = (counter is not null))
);
create unique index leaf_ballot on ballot.leaf (election_id, serial, counter) where serial is not null;
create index leaf_receipt on ballot.leaf (receipt) where receipt is not null;
create index leaf_other on ballot.leaf (election_id, index) where kind <> 'ballot';
create trigger leaf_stays before update or delete on ballot.leaf
  for each row execute function ballot.refuse_change();

-- Roots of full subtrees on every fourth level; the leaves' own hashes are with the leaves.
create table ballot.node (
  election_id bigint not null references ballot.election,
  level smallint not null,
  index integer not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (election_id, level, index)
);

-- Where the log goes on: its size and the roots of the full subtrees that cover it.
create table ballot.log (
  election_id bigint primary key references ballot.election,
  size integer not null,
  peaks bytea[] not null
);

create table ballot.head (
  id bigint generated always as identity primary key,
  election_id bigint not null references ballot.election,
  size integer not null,
  root bytea not null,
  -- real time
  signed_at timestamptz not null,
  note text not null
);
create index head_size on ballot.head (election_id, size, id);
create trigger head_stays before update or delete on ballot.head
  for each row execute function ballot.refuse_change();

-- Those who keep copies of every head, outside this house.
create table ballot.witness (
  id bigint generated always as identity primary key,
  election_id bigint not null references ballot.election on delete cascade,
  name text not null,
  kind text not null check (kind in ('folder', 'post')),
  address text not null,
  unique (election_id, name)
);
create table ballot.delivery (
  head_id bigint not null references ballot.head,
  witness_id bigint not null references ballot.witness,
  sent_at timestamptz,
  error text,
  primary key (head_id, witness_id)
);
create index delivery_open on ballot.delivery (head_id) where sent_at is null;

-- Cleaning up and audit -----------------------------------------------------------------------------------------------
create table ballot.void_proposal (
  id bigint generated always as identity primary key,
  election_id bigint not null references ballot.election,
  leaf_index integer not null,
  reason text not null,
  note text not null,
  proposed_by bigint not null references access.account,
  proposed_as text not null,
  proposed_at timestamptz not null default app.now(),
  decision text check (decision in ('approved', 'rejected')),
  decided_by bigint references access.account,
  decided_as text,
  decided_at timestamptz,
  check ((decision is null) = (decided_by is null)),
  check (decided_by <> proposed_by)
);
create unique index void_once on ballot.void_proposal (election_id, leaf_index) where decision is distinct from 'rejected';

create table ballot.audit (
  id bigint generated always as identity primary key,
  election_id bigint not null references ballot.election,
  findings jsonb not null,
  audited_by bigint not null references access.account,
  audited_as text not null,
  audited_at timestamptz not null default app.now()
);
create index audit_election on ballot.audit (election_id, id);
