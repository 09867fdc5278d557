-- 公告: what an office makes known without a period of objection, as the notice of a vote with its fingerprint.
alter table publicity.notice drop constraint notice_kind_check;
alter table publicity.notice add constraint notice_kind_check
  check (kind in ('publicity', 'announcement', 'result', 'story'));

-- The hash of what the public is given of a picture, its cleaned copy; worked out when a frozen list first needs it.
alter table files.file add column shown_sha256 text check (shown_sha256 ~ '^[0-9a-f]{64}$');
create index file_shown_sha256 on files.file (shown_sha256) where shown_sha256 is not null;
