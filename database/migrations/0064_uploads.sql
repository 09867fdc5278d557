-- Uploads that are under way: what arrived of a file stays here until the rest has come, so that a cut connection costs
-- its last piece and not the file. In the database and not on a disk: the next piece may reach another process, and an
-- offset that was told is one that is kept.
create table files.upload (
  id bigint generated always as identity primary key,
  -- what its address names; not guessable
  key text not null unique,
  name text not null,
  -- bytes of the whole file, and how many have arrived
  bytes bigint not null check (bytes > 0),
  arrived bigint not null default 0 check (arrived between 0 and bytes),
  unit_id bigint references units.unit,
  uploaded_by text not null,
  -- the file it became
  file_key text,
  expires_at timestamptz not null default clock_timestamp() + interval '1 day'
);
create index upload_by on files.upload (uploaded_by) where file_key is null;
create index upload_expiry on files.upload (expires_at);

create table files.upload_part (
  upload_id bigint not null references files.upload on delete cascade,
  -- offset of its first byte in the file
  starts_at bigint not null,
  content bytea not null,
  primary key (upload_id, starts_at)
);
-- Pictures do not shrink twice.
alter table files.upload_part alter column content set storage external;
