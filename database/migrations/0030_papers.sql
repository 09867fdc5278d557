-- Papers made from the data: which sheet carries which code, packages made by a job, certificates, official letters.
create schema papers;

-- One row for each content that was printed: the code at its foot finds it again. The code is drawn by lot, so that it
-- says nothing of the content; the hash covers the unit's own part alone (the upper level's opinions come later).
create table papers.sheet (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  nomination_id bigint not null references selection.nomination,
  hash text not null,
  -- what was handed in last when it was first printed; 0 before anything was
  version integer not null,
  printed_at timestamptz not null default app.now(),
  -- scans of its stamped pages, and when the first of them came in
  scan_ids bigint[] not null default '{}',
  sealed_at timestamptz,
  unique (nomination_id, hash)
);

-- A package (ZIP or one large PDF) that a job makes: whole units, campaigns, certificates, the archive.
create table papers.package (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('unit', 'campaign', 'certificates', 'press', 'overprint', 'archive')),
  campaign_id bigint not null references selection.campaign,
  submission_id bigint references selection.submission,
  options jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done integer not null default 0,
  total integer not null default 0,
  -- what was left out and why, for whoever opens it
  remarks jsonb not null default '[]',
  name text not null,
  -- the finished file in the store, by its hash; removed when it has expired
  sha256 text,
  bytes bigint,
  -- the address under which the codes on its papers are looked up
  site text not null,
  banner text,
  asked_by bigint references access.account,
  post_id bigint references units.post,
  asked_at timestamptz not null default clock_timestamp(),
  -- a run that died is taken up again where it stopped
  beat_at timestamptz,
  finished_at timestamptz
);
create index package_campaign on papers.package (campaign_id, id desc);
create index package_submission on papers.package (submission_id, id desc) where submission_id is not null;
create index package_open on papers.package (id) where state in ('waiting', 'running');
create index package_done on papers.package (finished_at) where sha256 is not null;

-- What of a package is ready: a crash costs the part in hand and no more.
create table papers.package_part (
  package_id bigint not null references papers.package on delete cascade,
  key text not null,
  path text not null,
  sha256 text not null,
  primary key (package_id, key)
);

-- The certificate of an honour: its code stands in the QR code and opens the public check.
create table papers.certificate (
  honour_id bigint primary key references selection.honour,
  code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$'),
  made_at timestamptz not null default app.now()
);

-- Official letters drawn up from a campaign (公示, 通知, 通报, 决定, 报告), editable until they are issued.
create table papers.letter (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references selection.campaign,
  kind text not null,
  title text not null,
  content jsonb not null,
  revision integer not null default 0,
  state text not null default 'draft' check (state in ('draft', 'issued', 'void')),
  -- 发文字号: 机关代字〔年〕号
  organ text,
  year integer,
  seq integer,
  issued_on date,
  issued_by text,
  edited_by text,
  edited_at timestamptz not null default app.now(),
  unique (organ, year, seq),
  check (state = 'draft' or (organ is not null and year is not null and seq is not null and issued_on is not null))
);
create index letter_campaign on papers.letter (campaign_id, id desc);

-- The last number given to each organ in each year. A number once given stays given, also when its letter is void.
create table papers.letter_number (
  organ text not null,
  year integer not null,
  last integer not null,
  primary key (organ, year)
);
