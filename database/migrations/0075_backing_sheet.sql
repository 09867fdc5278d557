-- The sheet on which a member signed: whose allowance is spent has signed for it, on paper or with a finger.
alter table micro.backing add column sheet_id bigint references micro.sheet;
