create schema selection;

-- Plans -------------------------------------------------------------------------------------------------------------
create table selection.plan (
  id bigint generated always as identity primary key,
  slug text not null unique,
  title text not null,
  unit_id bigint not null references units.unit,
  -- the files as written: {"plan.yaml": "…", "units.yaml": "…"}
  sources jsonb not null,
  revision integer not null default 1,
  based_on text,
  created_by bigint references access.account,
  updated_at timestamptz not null default app.now()
);

-- A published plan: parsed, frozen by hash. A change is a new version with its reason.
create table selection.plan_version (
  id bigint generated always as identity primary key,
  plan_id bigint not null references selection.plan,
  version integer not null,
  sources jsonb not null,
  content jsonb not null,
  hash text not null,
  reason text not null,
  published_by bigint references access.account,
  published_at timestamptz not null default app.now(),
  unique (plan_id, version)
);
create function selection.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'a published plan version is never changed' using errcode = 'integrity_constraint_violation';
end $$;
create trigger plan_version_frozen before update or delete on selection.plan_version
  for each row execute function selection.refuse_change();

-- Campaigns ---------------------------------------------------------------------------------------------------------
create table selection.campaign (
  id bigint generated always as identity primary key,
  slug text not null unique,
  title text not null,
  short_title text not null,
  unit_id bigint not null references units.unit,
  plan_version_id bigint not null references selection.plan_version,
  -- telephones and addresses that the plan asks its organiser for, by the plan's keys; a plan never carries them
  settings jsonb not null default '{}',
  state text not null default 'preparing' check (state in ('preparing', 'running', 'finished')),
  stage_run_id bigint,
  started_at timestamptz,
  finished_at timestamptz
);

-- A unit's part in a campaign: what it recommends upward, as one submission.
create table selection.submission (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references selection.campaign,
  unit_id bigint not null references units.unit,
  -- the submission that this one goes up into; null where it goes to the organiser
  above_id bigint references selection.submission,
  -- the plan's key of this unit; a unit that only recommends upward (a township) has its parent's class and no key
  unit_key text,
  unit_class text not null,
  unit_order integer not null,
  level integer not null default 0,
  quota jsonb not null,
  state text not null default 'open' check (state in ('open', 'submitted', 'returned', 'accepted')),
  submitted_at timestamptz,
  accepted_at timestamptz,
  due_on date,
  return_due_on date,
  late_until timestamptz,
  report jsonb not null default '{}',
  revision integer not null default 0,
  unique (campaign_id, unit_id)
);
-- the units that hand in to the organiser, in official order
create index submission_list on selection.submission (campaign_id, unit_order, id) where above_id is null;
create index submission_above on selection.submission (above_id);
create index submission_unit on selection.submission (unit_id);

create table selection.nomination (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references selection.campaign,
  category text not null,
  subject text not null check (subject in ('person', 'organisation', 'project')),
  name text not null default '',
  -- where it was first put up, and where it stands now
  origin_unit_id bigint not null references units.unit,
  submission_id bigint not null references selection.submission,
  unit_id bigint not null references units.unit,
  unit_order integer not null,
  rank integer,
  origin text not null default 'unit' check (origin in ('unit', 'self', 'automatic', 'added')),
  origin_nomination_id bigint references selection.nomination,
  state text not null default 'draft'
    check (state in ('draft', 'submitted', 'returned', 'accepted', 'removed')),
  answers jsonb not null default '{}',
  -- texts by the plan's material key (典型材料, 简要事迹)
  articles jsonb not null default '{}',
  -- tags, declarations, branch votes, emphasis: what the plan asks beside the form
  particulars jsonb not null default '{}',
  -- written reasons (情况说明) by rule id, with the principal's confirmation where the plan asks for it
  reasons jsonb not null default '[]',
  -- hash of identity (ID number, USCC): finds the same person without showing the number
  identity_key text,
  findings jsonb not null default '[]',
  -- what a unit's progress is told by, worked out once when it is saved: findings that stop it, …
  problems integer not null generated always as
    (jsonb_array_length(jsonb_path_query_array(findings, '$[*] ? (@.severity == "block")'))) stored,
  -- … and seals and papers promised by a date (待补章), in the form's cells and beside it
  promised integer not null generated always as
    (jsonb_array_length(jsonb_path_query_array(answers, '$.*.evidence ? (@.kind == "promised")'))
    + jsonb_array_length(jsonb_path_query_array(particulars, '$.seals.*.evidence ? (@.kind == "promised")'))
    + jsonb_array_length(jsonb_path_query_array(particulars, '$.materials.* ? (exists(@.promisedBy))'))) stored,
  -- counts each save; an editor that holds an older one gets both versions
  revision integer not null default 0,
  edited_by text,
  edited_at timestamptz not null default app.now(),
  submitted_at timestamptz
);
-- serves the organiser's list: filter by category and state, order by unit, rank, id (coalesce keeps the keyset total)
create index nomination_list on selection.nomination (campaign_id, category, state, unit_order, (coalesce(rank, 0)), id);
-- the same order over all categories and states
create index nomination_order on selection.nomination (campaign_id, unit_order, (coalesce(rank, 0)), id);
create index nomination_unit on selection.nomination (submission_id, category, rank, id);
create index nomination_promised on selection.nomination (submission_id) where promised > 0 and state <> 'removed';
create index nomination_identity on selection.nomination (campaign_id, identity_key) where identity_key is not null;

-- Exact totals without counting rows: kept by trigger.
create table selection.tally (
  campaign_id bigint not null,
  category text not null,
  state text not null,
  n integer not null,
  primary key (campaign_id, category, state)
);

-- One statement changes each counter once, in one order, so that two units handing in at once cannot deadlock.
create function selection.count_states() returns trigger language plpgsql as $$
begin
  insert into selection.tally as t (campaign_id, category, state, n)
  select campaign_id, category, state, sum(change)::int from (
    select campaign_id, category, state, 1 as change from after_rows
    union all select campaign_id, category, state, -1 from before_rows
  ) changes group by 1, 2, 3 having sum(change) <> 0 order by 1, 2, 3
  on conflict (campaign_id, category, state) do update set n = t.n + excluded.n;
  return null;
end $$;
create function selection.count_new_states() returns trigger language plpgsql as $$
begin
  insert into selection.tally as t (campaign_id, category, state, n)
  select campaign_id, category, state, count(*)::int from after_rows group by 1, 2, 3 order by 1, 2, 3
  on conflict (campaign_id, category, state) do update set n = t.n + excluded.n;
  return null;
end $$;
create trigger nomination_counted_new after insert on selection.nomination
  referencing new table as after_rows for each statement execute function selection.count_new_states();
create trigger nomination_counted after update on selection.nomination
  referencing old table as before_rows new table as after_rows
  for each statement execute function selection.count_states();

-- What was handed in, as it was: the basis of the redline.
create table selection.nomination_version (
  nomination_id bigint not null references selection.nomination,
  version integer not null,
  answers jsonb not null,
  articles jsonb not null,
  hash text not null,
  unit_id bigint not null,
  at timestamptz not null default app.now(),
  primary key (nomination_id, version)
);

-- Who passed it on, from which unit to which, at which rank.
create table selection.passage (
  id bigint generated always as identity primary key,
  nomination_id bigint not null references selection.nomination,
  from_unit_id bigint not null references units.unit,
  to_unit_id bigint not null references units.unit,
  rank integer,
  at timestamptz not null default app.now()
);

-- 退回修改: one comment an item, with its own deadline.
create table selection.return_note (
  id bigint generated always as identity primary key,
  submission_id bigint not null references selection.submission,
  nomination_id bigint references selection.nomination,
  path text,
  comment text not null,
  due_on date,
  made_by bigint references access.account,
  at timestamptz not null default app.now(),
  settled_at timestamptz
);
create index return_note_submission on selection.return_note (submission_id, at desc);

-- The unit's own 公示, with its evidence.
create table selection.local_notice (
  id bigint generated always as identity primary key,
  submission_id bigint not null references selection.submission,
  medium text not null,
  media_level text not null,
  url text,
  file_ids bigint[] not null default '{}',
  published_on date not null,
  workdays integer not null,
  last_day date not null,
  -- the day it was taken down, where that was before the period had run
  ended_on date,
  nomination_ids bigint[] not null default '{}',
  at timestamptz not null default app.now()
);
create index local_notice_submission on selection.local_notice (submission_id);
-- which notices a nominee stood in: asked at every save
create index local_notice_names on selection.local_notice using gin (nomination_ids);

-- Stages ------------------------------------------------------------------------------------------------------------
create table selection.stage_run (
  id bigint generated always as identity primary key,
  campaign_id bigint not null references selection.campaign,
  seq integer not null,
  stage text not null,
  kind text not null,
  state text not null default 'waiting' check (state in ('waiting', 'open', 'closed')),
  due_on date,
  opened_at timestamptz,
  closed_at timestamptz,
  record jsonb not null default '{}',
  unique (campaign_id, stage)
);
alter table selection.campaign add foreign key (stage_run_id) references selection.stage_run;

create table selection.pool_entry (
  stage_run_id bigint not null references selection.stage_run,
  nomination_id bigint not null references selection.nomination,
  category text not null,
  outcome text not null default 'pending' check (outcome in ('pending', 'pass', 'out', 'suspended')),
  reason text,
  evidence jsonb not null default '{}',
  decided_by text,
  decided_at timestamptz,
  primary key (stage_run_id, nomination_id)
);
create index pool_entry_nomination on selection.pool_entry (nomination_id);

-- 递补, 增补, 调整类别: named acts with reason and basis.
create table selection.act (
  id bigint generated always as identity primary key,
  stage_run_id bigint not null references selection.stage_run,
  kind text not null check (kind in ('succeed', 'add', 'move', 'remove')),
  nomination_id bigint not null references selection.nomination,
  replaces_id bigint references selection.nomination,
  from_category text,
  to_category text,
  reason text not null,
  basis text not null,
  -- how the pool stood before it, so that a counter-act can put it back
  before jsonb not null default '{}',
  undoes_id bigint unique references selection.act,
  made_by bigint references access.account,
  at timestamptz not null default app.now()
);
create index act_stage on selection.act (stage_run_id, id);

-- Vetting -----------------------------------------------------------------------------------------------------------
create table selection.vet_request (
  id bigint generated always as identity primary key,
  stage_run_id bigint not null references selection.stage_run,
  -- the unit that asks: a recommending unit at its own level, or the organiser
  submission_id bigint references selection.submission,
  department text not null,
  -- who answers, where the department has a unit of its own in the tree (its posts with role `vetter`)
  unit_id bigint references units.unit,
  letter_no text,
  due_on date,
  state text not null default 'open' check (state in ('open', 'answered')),
  -- the stamped sheet, entered by a clerk (代录)
  paper_file_id bigint references files.file,
  entered_by bigint references access.account,
  answered_by text,
  asked_at timestamptz not null default app.now(),
  reminded_at timestamptz,
  answered_at timestamptz
);
create unique index vet_request_once on selection.vet_request (stage_run_id, coalesce(submission_id, 0), department);
create index vet_request_unit on selection.vet_request (unit_id) where state = 'open';

-- What a department says of one name. It counts once `at` is set: until then it is the department's own draft.
create table selection.vet_opinion (
  request_id bigint not null references selection.vet_request,
  nomination_id bigint not null references selection.nomination,
  opinion text check (opinion in ('none', 'objection')),
  -- seen by named officers only
  reason text,
  channel text check (channel in ('online', 'paper')),
  -- the date beside the stamp
  sealed_on date,
  at timestamptz,
  conclusion text check (conclusion in ('continue', 'stop')),
  conclusion_reason text,
  concluded_by bigint references access.account,
  concluded_at timestamptz,
  primary key (request_id, nomination_id),
  check (at is null or opinion is not null),
  check (at is null or opinion <> 'objection' or btrim(coalesce(reason, '')) <> ''),
  check (conclusion is null or opinion = 'objection')
);
create index vet_opinion_nomination on selection.vet_opinion (nomination_id);

-- Informal pre-review (沟通预审) ----------------------------------------------------------------------------------------
-- The initial list as the unit sent it; a list sent again takes its place, with the remarks on names that stay.
create table selection.consultation (
  id bigint generated always as identity primary key,
  stage_run_id bigint not null references selection.stage_run,
  submission_id bigint not null references selection.submission,
  names jsonb not null,
  note text,
  first_sent_at timestamptz not null default app.now(),
  sent_at timestamptz not null default app.now(),
  answered_at timestamptz,
  unique (stage_run_id, submission_id)
);
create index consultation_submission on selection.consultation (submission_id);

create table selection.consult_remark (
  consultation_id bigint not null references selection.consultation,
  nomination_id bigint not null references selection.nomination,
  advice text not null check (advice in ('keep', 'adjust', 'careful')),
  words text not null default '',
  made_by text not null,
  at timestamptz not null default app.now(),
  primary key (consultation_id, nomination_id)
);

-- Reminders the sweep has sent, each once: `due` for a deadline, `promise` for promised dates that passed.
create table selection.reminder (
  submission_id bigint not null references selection.submission,
  kind text not null,
  about date not null,
  at timestamptz not null default app.now(),
  primary key (submission_id, kind, about)
);

-- Review ------------------------------------------------------------------------------------------------------------
create table selection.expert (
  id bigint generated always as identity primary key,
  stage_run_id bigint not null references selection.stage_run,
  name text not null,
  unit_name text not null,
  unit_id bigint references units.unit,
  phone text,
  post_id bigint references units.post
);
create index expert_stage on selection.expert (stage_run_id, id);
create index expert_post on selection.expert (post_id) where post_id is not null;
create table selection.score (
  expert_id bigint not null references selection.expert,
  nomination_id bigint not null references selection.nomination,
  recused boolean not null default false,
  recusal_reason text,
  marks jsonb not null default '{}',
  total numeric(7, 3),
  comment text,
  state text not null default 'draft' check (state in ('draft', 'final')),
  at timestamptz not null default app.now(),
  primary key (expert_id, nomination_id)
);
create index score_nomination on selection.score (nomination_id);

-- Inspection --------------------------------------------------------------------------------------------------------
create table selection.inspection (
  id bigint generated always as identity primary key,
  stage_run_id bigint not null references selection.stage_run,
  nomination_id bigint not null references selection.nomination,
  team jsonb not null default '[]',
  visited_on date,
  material jsonb not null default '{}',
  file_ids bigint[] not null default '{}',
  -- the party branch of the candidate: nobody of it may be in the team
  branch text,
  state text not null default 'open' check (state in ('open', 'done')),
  unique (stage_run_id, nomination_id)
);
-- 考察情况报告: one a unit, handed in with all its candidates' materials.
create table selection.inspection_report (
  stage_run_id bigint not null references selection.stage_run,
  submission_id bigint not null references selection.submission,
  report jsonb not null default '{}',
  file_ids bigint[] not null default '{}',
  handed_in_at timestamptz,
  handed_in_by text,
  primary key (stage_run_id, submission_id)
);

-- Decisions ---------------------------------------------------------------------------------------------------------
create table selection.decision (
  id bigint generated always as identity primary key,
  stage_run_id bigint not null references selection.stage_run,
  round integer not null,
  form text not null check (form in ('meeting', 'circulation', 'instruction')),
  held_on date not null,
  body text not null,
  attendees text not null,
  resolution text not null,
  -- what was changed by hand on the list, name by name: [{nominationId, outcome, note}]
  changes jsonb not null default '[]',
  file_ids bigint[] not null default '{}',
  made_by bigint references access.account,
  at timestamptz not null default app.now(),
  unique (stage_run_id, round)
);

-- 群众自荐、举荐: sent from the public page. Its names and words are the receiving unit's clerk's alone, and the row is
-- deleted 90 days after the campaign has ended.
create table selection.self_recommendation (
  id bigint generated always as identity primary key,
  receipt text not null unique,
  campaign_id bigint not null references selection.campaign,
  -- the unit whose clerk deals with it; null while it lies with the organiser
  submission_id bigint references selection.submission,
  category text not null,
  by_other boolean not null,
  -- who is put forward, and the form's answers in the plan's own fields
  name text not null,
  answers jsonb not null,
  reason text not null,
  sender_name text not null,
  sender_phone text not null,
  evidence bigint[] not null default '{}',
  state text not null default 'received' check (state in ('received', 'adopted', 'declined')),
  -- shown to whoever has the receipt, where the clerk wrote one
  public_reason text,
  decided_by text,
  decided_at timestamptz,
  nomination_id bigint references selection.nomination,
  received_at timestamptz not null default app.now()
);
create index self_recommendation_inbox on selection.self_recommendation (submission_id, state, id);
create index self_recommendation_organiser on selection.self_recommendation (campaign_id, id) where submission_id is null;

-- Honours -----------------------------------------------------------------------------------------------------------
create table selection.honour (
  id bigint generated always as identity primary key,
  -- the register (荣誉名册) it stands in, and its number there
  register text not null,
  number text not null,
  -- its place in the official order of its category; imported ones stand as they were imported
  seq integer not null default 0,
  category text,
  title text not null,
  year integer not null,
  level text not null,
  subject text not null,
  name text not null,
  unit_name text not null,
  identity_key text,
  campaign_id bigint references selection.campaign,
  nomination_id bigint references selection.nomination,
  state text not null default 'valid' check (state in ('valid', 'superseded', 'revoked')),
  state_reason text,
  -- citation, chosen comments, text and picture, and the winner's consent with its evidence
  story jsonb not null default '{}',
  -- the issued list (kind result) that names it; null keeps it from every public page
  public_notice_id bigint references publicity.notice,
  granted_on date not null,
  imported_by bigint references access.account,
  unique (register, number)
);
create index honour_campaign on selection.honour (campaign_id, category, seq) where campaign_id is not null;
create index honour_public on selection.honour (id desc) where public_notice_id is not null;
create index honour_number on selection.honour (number);
create index honour_identity on selection.honour (identity_key) where identity_key is not null;
create index honour_name on selection.honour (name);
