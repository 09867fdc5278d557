-- What a village's list said of a member before each change of the entry, why and by whom: a correction, the leaving, the
-- coming back. Papers that were handed in, posted or accepted before a correction say what they said then.
create table micro.member_change (
  id bigint generated always as identity primary key,
  member_id bigint not null references micro.member,
  what text not null check (what in ('correct', 'remove', 'readmit')),
  -- name, phone, party, representative
  before jsonb not null,
  reason text not null,
  changed_by bigint references access.account,
  at timestamptz not null default app.now()
);
create index member_change_of on micro.member_change (member_id, id);
create trigger member_change_stays before update or delete on micro.member_change
  for each row execute function micro.keep('change of a member');
-- When the application was handed in as it stands; null while it is a draft.
alter table micro.project add column submitted_at timestamptz;
update micro.project set submitted_at = changed_at where state <> 'draft';
