-- What a running programme said before it was changed, why and by whom. What the money, the signatures and the order of
-- the steps rest on is never changed (modules/micro-projects/programme/change.ts).
create table micro.programme_change (
  id bigint generated always as identity primary key,
  programme_id bigint not null references micro.programme,
  before jsonb not null,
  reason text not null,
  changed_by bigint references access.account,
  at timestamptz not null default app.now()
);
create index programme_change_of on micro.programme_change (programme_id, id);
create trigger programme_change_stays before update or delete on micro.programme_change
  for each row execute function micro.keep('change of a programme');
