-- Each printed signature sheet has a number of its own, as QR code and in characters: two photographs of one sheet, and a
-- sheet that was printed for another project, are found by it.
create table micro.sheet_print (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
  project_id bigint not null references micro.project,
  printed_by bigint references access.account,
  at timestamptz not null default app.now()
);
create index sheet_print_project on micro.sheet_print (project_id);
-- The numbers that were read on what was entered as a sheet: none, or several where a scan has several pages.
create table micro.sheet_code (
  sheet_id bigint not null references micro.sheet,
  code text not null references micro.sheet_print,
  primary key (sheet_id, code)
);
create index sheet_code_code on micro.sheet_code (code);
-- When its picture was looked through for numbers; null of sheets entered before there were any, and until it is.
alter table micro.sheet add column read_at timestamptz;
