-- A work that is approved and then never built comes to an end of its own, with the reason, and its money goes back.
alter table micro.project drop constraint project_state_check;
alter table micro.project add constraint project_state_check check (state in ('draft', 'secretary', 'office', 'leader',
  'amount', 'meeting', 'building', 'completed', 'publicity', 'acceptance', 'committee', 'accepted', 'paid', 'rejected',
  'withdrawn', 'ended'));
alter table micro.step drop constraint step_outcome_check;
alter table micro.step add constraint step_outcome_check check (outcome in ('pass', 'return', 'reject', 'end'));

-- Why another member of the committee signed in the secretary's place: he leads the work himself, or there is none.
alter table micro.step add column instead text check (instead in ('leads', 'vacant'));

-- Why money was paid before its plaque was ordered (R004-12).
alter table micro.payment add column reason text not null default '';
