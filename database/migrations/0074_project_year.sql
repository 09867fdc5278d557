-- How many projects stand in each state, of one year's programme too, out of the index alone.
drop index micro.project_village_state;
create index project_village_state on micro.project (village_id, state, programme_id);
