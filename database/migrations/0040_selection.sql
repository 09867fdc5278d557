-- Orders of the organiser's list ------------------------------------------------------------------------------------
-- A campaign's categories in the plan's order, so that a list can be put in it by an index.
create table selection.campaign_category (
  campaign_id bigint not null references selection.campaign on delete cascade,
  category text not null,
  seq integer not null,
  primary key (campaign_id, category)
);
insert into selection.campaign_category (campaign_id, category, seq)
select c.id, each.category ->> 'key', each.seq
from selection.campaign c join selection.plan_version v on v.id = c.plan_version_id,
  jsonb_array_elements(v.content -> 'categories') with ordinality each (category, seq);

alter table selection.nomination
  -- place by strokes of the name as plain text; null where a name came otherwise than by saving, until the sweep
  add column name_order text collate "C",
  add column category_order integer not null default 0,
  add column state_order integer not null generated always as
    (case state when 'submitted' then 0 when 'returned' then 1 when 'accepted' then 2 else 3 end) stored,
  -- the mean of the experts' scores in the latest review, as its board shows it
  add column score numeric(7, 3),
  -- 编号 of the register form, given by the organiser when it receives the list
  add column register_no text,
  -- the revision whose articles were printed for 查重
  add column printed_revision integer;

update selection.nomination m set category_order = c.seq from selection.campaign_category c
where c.campaign_id = m.campaign_id and c.category = m.category;

create function selection.keep_category_order() returns trigger language plpgsql as $$
begin
  new.category_order := coalesce((select seq from selection.campaign_category
    where campaign_id = new.campaign_id and category = new.category), 0);
  return new;
end $$;
create trigger nomination_category_order before insert or update of category on selection.nomination
  for each row execute function selection.keep_category_order();
-- a name put in otherwise than with its place loses it
create function selection.forget_name_order() returns trigger language plpgsql as $$
begin
  if new.name is distinct from old.name and new.name_order is not distinct from old.name_order then
    new.name_order := null;
  end if;
  return new;
end $$;
create trigger nomination_name_order before update of name on selection.nomination
  for each row execute function selection.forget_name_order();

-- one index an order; category and state stand behind it, so that a filter is judged in the index
create index nomination_by_name on selection.nomination
  (campaign_id, (coalesce(name_order, '~')), id, category, state);
create index nomination_by_category on selection.nomination
  (campaign_id, category_order, unit_order, (coalesce(rank, 0)), id, state);
create index nomination_by_score on selection.nomination (campaign_id, (coalesce(score, -1)), id, category, state);
create index nomination_by_state on selection.nomination
  (campaign_id, state_order, unit_order, (coalesce(rank, 0)), id, category);
create index nomination_by_time on selection.nomination
  (campaign_id, (coalesce(submitted_at, '-infinity')), id, category, state);
create index nomination_name_unplaced on selection.nomination (id) where name_order is null and name <> '';

create unique index nomination_register_no on selection.nomination (campaign_id, register_no)
  where register_no is not null;

-- 查重 ----------------------------------------------------------------------------------------------------------------
-- Marks of an article: the smallest hash of every window of passages (winnowing), salted with the campaign.
create table selection.article_print (
  nomination_id bigint not null references selection.nomination on delete cascade,
  material text not null,
  marks integer[] not null,
  primary key (nomination_id, material)
);
create index article_print_marks on selection.article_print using gin (marks);

-- Pairs with passages in common, found when an article is handed in: a look is then one query.
create table selection.similar_pair (
  campaign_id bigint not null references selection.campaign on delete cascade,
  left_id bigint not null references selection.nomination on delete cascade,
  left_material text not null,
  right_id bigint not null references selection.nomination on delete cascade,
  right_material text not null,
  share real not null,
  common integer not null,
  primary key (left_id, left_material, right_id, right_material),
  check (left_id < right_id)
);
create index similar_pair_list on selection.similar_pair (campaign_id, share desc, common desc);
create index similar_pair_right on selection.similar_pair (right_id);
create index nomination_unprinted on selection.nomination (id)
  where state in ('submitted', 'accepted') and printed_revision is distinct from revision;

-- Honours -------------------------------------------------------------------------------------------------------------
alter table selection.honour
  -- the honour that took this one's place
  add column superseded_by bigint references selection.honour,
  add column state_on date;
