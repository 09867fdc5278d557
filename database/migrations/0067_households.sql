-- Households that are no more: struck off with the reason, or found to be one with another, which then holds all that
-- they signed. Their rows stay, and are found again by whoever would enter them anew.
alter table micro.household
  add column struck_at timestamptz,
  add column struck_reason text,
  add column merged_into_id bigint references micro.household,
  add check ((struck_at is null) = (struck_reason is null)),
  add check (merged_into_id is null or (struck_at is not null and merged_into_id <> id));
drop index micro.household_phone;
create unique index household_phone on micro.household (district_id, head, phone)
  where phone is not null and struck_at is null;
drop index micro.household_door;
create unique index household_door on micro.household (village_id, head, door) where door <> '' and struck_at is null;
create index household_merged on micro.household (merged_into_id) where merged_into_id is not null;
-- A village's list in the order of the heads' names.
drop index micro.household_village;
create index household_village on micro.household (village_id, head, id);
