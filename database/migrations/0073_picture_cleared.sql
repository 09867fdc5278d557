-- What the office has looked at and found to be no reuse: why, who and when. A match that is not looked at stands.
alter table micro.picture_match
  add column cleared_reason text check (cleared_reason <> ''),
  add column cleared_by bigint references access.account,
  add column cleared_at timestamptz,
  add check ((cleared_reason is null) = (cleared_at is null));
