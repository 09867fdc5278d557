-- Wrong answers to a signing link's question: after some of them the link opens nothing any more.
alter table micro.signing_link add column wrong_tries smallint not null default 0;

-- Door numbers are a village's own: the same name at 3组12号 of two villages is two households, unless a telephone says
-- otherwise.
drop index micro.household_door;
create unique index household_door on micro.household (village_id, head, door) where door <> '';

-- Near-equal signatures are looked for among all projects.
create index signature_shape on micro.signature (ink_shape) where ink_shape is not null and taken_back_at is null;
create index signature_project on micro.signature (project_id, id);
-- A photograph that stands for two sheets is found by its content.
create index sheet_file on micro.sheet (file_id);
-- Who is still to be called back.
create index call_back_open on micro.call_back (id) where outcome is null;
