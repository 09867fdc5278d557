-- Holiday arrangements imported after this version was released ------------------------------------------------------
create schema calendar;

-- One row per import; the newest of a year holds. Earlier ones stay, so that a period counted then can be explained.
create table calendar.notice (
  id bigint generated always as identity primary key,
  year integer not null check (year between 2000 and 2100),
  -- document number or title the administrator named as the basis
  source text not null,
  -- what was pasted, word for word
  text text not null,
  imported_by text not null,
  imported_by_name text not null,
  imported_at timestamptz not null default clock_timestamp()
);
create index notice_year on calendar.notice (year, id desc);

create table calendar.day (
  notice_id bigint not null references calendar.notice,
  date date not null,
  -- false: a day off; true: a rest day that is worked (调休上班)
  working boolean not null,
  name text not null,
  primary key (notice_id, date)
);
