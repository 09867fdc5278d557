-- Entries of the record are chained at the commit of their transaction, in the order of commits: what a transaction still
-- has to do after its first entry no longer holds up every other writer of the record. An entry is written, numbered and
-- chained in the transaction of the change it tells of, as before, or not at all.
create unlogged table audit.pending (
  seq bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  business_at timestamptz not null default app.now(),
  actor text not null,
  actor_name text not null,
  post_id bigint,
  unit_id bigint,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}'
);

-- No row outlives its transaction, so that the table needs no log and a crash leaves nothing in it.
create function audit.settle() returns trigger language plpgsql as $$
begin
  delete from audit.pending where seq = new.seq;
  insert into audit.entry (at, business_at, actor, actor_name, post_id, unit_id, action, subject_kind, subject_id, detail)
  values (new.at, new.business_at, new.actor, new.actor_name, new.post_id, new.unit_id, new.action, new.subject_kind,
    new.subject_id, new.detail);
  return null;
end $$;
create constraint trigger pending_settles after insert on audit.pending deferrable initially deferred
  for each row execute function audit.settle();

-- The head is locked once and written once for an entry.
create or replace function audit.chain() returns trigger language plpgsql as $$
declare head audit.head;
begin
  select * into head from audit.head where only_row for update;
  new.id := head.id + 1;
  new.prev_hash := head.hash;
  new.hash := audit.hash_of(new);
  update audit.head set id = new.id, hash = new.hash where only_row;
  return new;
end $$;
