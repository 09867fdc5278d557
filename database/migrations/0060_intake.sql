-- Filled Word forms that a unit brings in, a row each: read one after another by a job, kept until somebody has looked
-- through what was read, and put it on the list or taken it off.
create table selection.reading (
  id bigint generated always as identity primary key,
  submission_id bigint not null references selection.submission on delete cascade,
  file_id bigint not null references files.file on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'reading', 'read', 'refused')),
  -- the form as it was read; taken away when it has been put on the list
  result jsonb,
  -- what the list of files shows of it
  summary jsonb,
  -- why the file was not read, in words for whoever brought it
  problem text,
  attempts integer not null default 0,
  -- a process that died leaves its file without a beat: it is read again
  beat_at timestamptz,
  saved_as bigint references selection.nomination on delete set null,
  asked_at timestamptz not null default app.now(),
  unique (submission_id, file_id)
);
create index reading_waiting on selection.reading (id) where state in ('waiting', 'reading');
create index reading_asked on selection.reading (asked_at);
create index reading_file on selection.reading (file_id);
create index reading_saved_as on selection.reading (saved_as) where saved_as is not null;
