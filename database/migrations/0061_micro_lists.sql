-- A household is looked for by its head within the sub-district, each time that one signs.
create index household_head on micro.household (district_id, head);
-- How many projects of a village stand in each state.
create index project_village_state on micro.project (village_id, state);
-- A receipt that was handed in for another project is found by its file.
create index expense_receipt on micro.expense (receipt_id);
