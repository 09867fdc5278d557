-- 纪要: its number (期号), and beside those present (出席, attendees) who was absent (请假) and who sat in (列席).
alter table selection.decision
  add column minutes_number text not null default '',
  add column absent text not null default '',
  add column observers text not null default '';
