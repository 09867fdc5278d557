-- Micro-projects (微实事): small works that representatives propose, neighbours sign for and a sub-district pays.
-- Money is whole fen throughout.
create schema micro;

-- A year's programme of a sub-district, as its file said on the day it was started.
create table micro.programme (
  id bigint generated always as identity primary key,
  unit_id bigint not null references units.unit,
  slug text not null unique check (slug ~ '^[a-z0-9-]{1,60}$'),
  year integer not null check (year between 2000 and 2100),
  content jsonb not null,
  started_by bigint references access.account,
  started_at timestamptz not null default app.now(),
  unique (unit_id, year)
);

-- 党员、村（居）民代表: whoever is both stands here once. An account where they work in the desk themselves.
create table micro.member (
  id bigint generated always as identity primary key,
  village_id bigint not null references units.unit,
  name text not null,
  phone text,
  party boolean not null,
  representative boolean not null,
  account_id bigint unique references access.account,
  active boolean not null default true,
  check (party or representative),
  unique nulls not distinct (village_id, name, phone)
);

-- A household belongs to one village of the sub-district: the head with the telephone, or with the door number, is it.
create table micro.household (
  id bigint generated always as identity primary key,
  district_id bigint not null references units.unit,
  village_id bigint not null references units.unit,
  head text not null,
  door text not null default '',
  phone text,
  check (door <> '' or phone is not null)
);
create unique index household_phone on micro.household (district_id, head, phone) where phone is not null;
create unique index household_door on micro.household (district_id, head, door) where door <> '';
create index household_village on micro.household (village_id);
create index household_number on micro.household (district_id, phone) where phone is not null;

create table micro.project (
  id bigint generated always as identity primary key,
  -- in public addresses and on paper
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  programme_id bigint not null references micro.programme,
  village_id bigint not null references units.unit,
  lead_id bigint not null references micro.member,
  title text not null,
  place text not null default '',
  -- who carries it out: what a village or the sub-district organises for all is not paid from this money (R004-07)
  organiser text not null default 'members' check (organiser in ('members', 'village', 'district')),
  -- the six elements of 项目简介 (R004-11)
  brief jsonb not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'secretary', 'office', 'leader', 'amount', 'meeting',
    'building', 'completed', 'publicity', 'acceptance', 'committee', 'accepted', 'paid', 'rejected', 'withdrawn')),
  revision integer not null default 0,
  asked_fen bigint not null default 0 check (asked_fen >= 0),
  approved_fen bigint check (approved_fen > 0),
  spent_fen bigint not null default 0 check (spent_fen >= 0),
  -- what was done, by how many, and when it was finished
  completion jsonb,
  notice_id bigint references publicity.notice,
  -- from when the completion notice hangs at the service centre, and the day from which acceptance may follow
  posted_on date,
  acceptance jsonb,
  may_accept_on date,
  created_by bigint references access.account,
  created_at timestamptz not null default app.now(),
  changed_at timestamptz not null default app.now()
);
create index project_programme on micro.project (programme_id, state, id);
create index project_village on micro.project (village_id, id);
create index project_lead on micro.project (lead_id);

create table micro.budget_line (
  project_id bigint not null references micro.project,
  seq integer not null,
  kind text not null,
  item text not null,
  quantity text not null default '',
  fen bigint not null check (fen > 0),
  primary key (project_id, seq)
);

-- A member's signature for a project; what it draws from the member's allowance is fixed with the amount.
create table micro.backing (
  project_id bigint not null references micro.project,
  member_id bigint not null references micro.member,
  way text not null check (way in ('paper', 'face')),
  ink jsonb,
  entered_by bigint references access.account,
  at timestamptz not null default app.now(),
  primary key (project_id, member_id)
);
create index backing_member on micro.backing (member_id);

-- Signatures of households --------------------------------------------------------------------------------------------
create table micro.sheet (
  id bigint generated always as identity primary key,
  project_id bigint not null references micro.project,
  file_id bigint not null references files.file,
  entered_by bigint references access.account,
  at timestamptz not null default app.now()
);
create index sheet_project on micro.sheet (project_id);

create table micro.signing_link (
  id bigint generated always as identity primary key,
  token_hash text not null unique,
  project_id bigint not null references micro.project,
  household_id bigint not null references micro.household,
  issued_by bigint references access.account,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create unique index signing_link_open on micro.signing_link (project_id, household_id)
  where used_at is null and revoked_at is null;

create table micro.signature (
  id bigint generated always as identity primary key,
  project_id bigint not null references micro.project,
  household_id bigint not null references micro.household,
  -- on the sheet that was photographed; face to face on the representative's telephone; by the household's own link
  way text not null check (way in ('paper', 'face', 'link')),
  -- strokes of a finger: [[x, y, ms], …] per stroke, on a field 1000 wide; and what near-equal ones are found by
  ink jsonb,
  ink_shape text,
  sheet_id bigint references micro.sheet,
  entered_by bigint references access.account,
  -- by the server's clock; what the telephone said it was, where it said anything
  at timestamptz not null default app.now(),
  device_at timestamptz,
  -- one act of a telephone is one row, however often it is sent
  act_key text unique,
  taken_back_at timestamptz,
  taken_back_reason text,
  check ((way = 'paper') = (ink is null))
);
create unique index signature_once on micro.signature (project_id, household_id) where taken_back_at is null;
create index signature_household on micro.signature (household_id);

-- 回访: whom the checker called or visited of a random sample, and what they said.
create table micro.call_back (
  id bigint generated always as identity primary key,
  signature_id bigint not null unique references micro.signature,
  drawn_at timestamptz not null default app.now(),
  outcome text check (outcome in ('confirmed', 'denied', 'unreachable')),
  note text not null default '',
  done_by bigint references access.account,
  done_at timestamptz
);

-- The chain -----------------------------------------------------------------------------------------------------------
create table micro.meeting (
  id bigint generated always as identity primary key,
  programme_id bigint not null references micro.programme,
  held_on date not null,
  attendees text not null,
  resolution text not null,
  file_id bigint references files.file,
  recorded_by bigint references access.account,
  at timestamptz not null default app.now()
);

create table micro.step (
  id bigint generated always as identity primary key,
  project_id bigint not null references micro.project,
  step text not null,
  outcome text not null check (outcome in ('pass', 'return', 'reject')),
  -- a round begins anew when a project is returned; within one, each step has another person
  round integer not null default 0,
  person_id bigint references units.person,
  actor_name text not null,
  post_title text not null,
  comment text not null default '',
  meeting_id bigint references micro.meeting,
  at timestamptz not null default app.now()
);
create index step_project on micro.step (project_id, id);
create unique index step_once on micro.step (project_id, round, step) where outcome = 'pass';

-- Pictures ------------------------------------------------------------------------------------------------------------
create table micro.picture (
  id bigint generated always as identity primary key,
  project_id bigint not null references micro.project,
  part text not null check (part in ('before', 'during', 'after', 'notice', 'plaque')),
  file_id bigint not null references files.file,
  -- what the file said before it was stripped
  taken_at timestamptz,
  latitude double precision,
  longitude double precision,
  -- people and house numbers in it: none, blurred, or shown with consent; unanswered pictures are never public
  privacy text check (privacy in ('none', 'blurred', 'consent')),
  added_by bigint references access.account,
  at timestamptz not null default app.now()
);
create index picture_project on micro.picture (project_id, part);

-- Perceptual hashes of a picture: of the whole and of the cuts by which a cropped copy is found again.
create table micro.picture_hash (
  picture_id bigint not null references micro.picture on delete cascade,
  cut smallint not null,
  hash bigint not null,
  primary key (picture_id, cut)
);

-- Money ---------------------------------------------------------------------------------------------------------------
create table micro.expense (
  id bigint generated always as identity primary key,
  project_id bigint not null references micro.project,
  kind text not null,
  item text not null,
  fen bigint not null check (fen > 0),
  bought_on date not null,
  receipt_id bigint references files.file,
  entered_by bigint references access.account,
  at timestamptz not null default app.now()
);
create index expense_project on micro.expense (project_id);

-- Where money stands: what the programme may grant (may fall below nothing), a member's allowance of the year, what a
-- project was approved, what was paid to its village. None but the first can be overdrawn, by anyone at once.
create table micro.account (
  id bigint generated always as identity primary key,
  programme_id bigint not null references micro.programme,
  kind text not null check (kind in ('grant', 'member', 'project', 'paid')),
  member_id bigint references micro.member,
  project_id bigint references micro.project,
  balance_fen bigint not null default 0 check (kind = 'grant' or balance_fen >= 0),
  check ((kind = 'member') = (member_id is not null)),
  check ((kind in ('project', 'paid')) = (project_id is not null)),
  unique nulls not distinct (programme_id, kind, member_id, project_id)
);

-- Each posting takes from one account what it gives to another, so that the sum of all is nothing, always.
create table micro.posting (
  id bigint generated always as identity primary key,
  what text not null check (what in ('grant', 'approve', 'release', 'pay')),
  from_id bigint not null references micro.account,
  to_id bigint not null references micro.account,
  fen bigint not null check (fen > 0),
  project_id bigint references micro.project,
  posted_by bigint references access.account,
  at timestamptz not null default app.now(),
  check (from_id <> to_id)
);
create index posting_project on micro.posting (project_id);
create index posting_from on micro.posting (from_id);
create index posting_to on micro.posting (to_id);

-- The lower account is moved first, whichever way the money goes, so that two postings never wait for each other.
create function micro.move() returns trigger language plpgsql as $$
begin
  update micro.account set balance_fen = balance_fen + case id when new.to_id then new.fen else -new.fen end
    where id = least(new.from_id, new.to_id);
  update micro.account set balance_fen = balance_fen + case id when new.to_id then new.fen else -new.fen end
    where id = greatest(new.from_id, new.to_id);
  return new;
end $$;
create trigger posting_moves after insert on micro.posting for each row execute function micro.move();

create function micro.keep() returns trigger language plpgsql as $$
begin
  raise exception 'a % is never changed or deleted', tg_argv[0] using errcode = 'integrity_constraint_violation';
end $$;
create trigger posting_stays before update or delete on micro.posting
  for each row execute function micro.keep('posting');

create table micro.payment (
  project_id bigint primary key references micro.project,
  fen bigint not null check (fen > 0),
  voucher text not null,
  -- the village's collective account (集体账户)
  payee text not null,
  paid_on date not null,
  recorded_by bigint references access.account,
  at timestamptz not null default app.now(),
  unique (voucher, payee)
);
create trigger payment_stays before update or delete on micro.payment
  for each row execute function micro.keep('payment');

create table micro.plaque (
  project_id bigint primary key references micro.project,
  text_key text not null,
  ordered_by bigint references access.account,
  ordered_at timestamptz not null default app.now(),
  hung_on date
);
