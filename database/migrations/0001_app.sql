-- What every module shares: the business clock, settings, and answers kept for repeated requests.
-- (app.migration is made by the migrator itself, which needs it before this file.)

-- The business clock is real time plus an offset that only a demo has. No row, no offset.
create table app.clock (
  only_row boolean primary key default true check (only_row),
  -- negative where the demo's first day lies behind today, so that its dates hold whenever it is started
  ahead interval not null,
  moved_at timestamptz not null default clock_timestamp()
);

-- Forward only: a deadline that was swept cannot come back. Deleting the row is the reset.
create function app.clock_moves_forward() returns trigger language plpgsql as $$
begin
  if new.ahead < old.ahead then
    raise exception 'the business clock moves forward only' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger clock_moves_forward before update on app.clock
  for each row execute function app.clock_moves_forward();

create function app.now() returns timestamptz language sql stable parallel safe
  return clock_timestamp() + coalesce((select ahead from app.clock), interval '0');

create function app.today() returns date language sql stable parallel safe
  return (app.now() at time zone 'Asia/Shanghai')::date;

create table app.setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default clock_timestamp()
);

-- The answer to a write, kept under its Idempotency-Key so that a lost reply can be asked for again.
-- Real time: a demo's clock must not age it.
create table app.idempotency (
  key text not null check (length(key) between 1 and 200),
  actor text not null,
  endpoint text not null,
  request_hash text not null,
  status integer,
  answer jsonb,
  created_at timestamptz not null default clock_timestamp(),
  primary key (key, actor)
);
create index idempotency_by_age on app.idempotency (created_at);
