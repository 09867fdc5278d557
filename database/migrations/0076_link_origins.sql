-- Where a link was issued and where it was signed, as a keyed hash of the project, the address and the browser: so that the
-- checker is told of two households that signed in one place. Erased once the meeting has decided.
alter table micro.signing_link add column issued_from text;
alter table micro.signature
  add column signed_from text,
  -- Somebody of the house was signed in on the browser that used the link.
  add column signed_in_as bigint references access.account;
create index signature_origin on micro.signature (project_id) where signed_from is not null or signed_in_as is not null;
create index signing_link_origin on micro.signing_link (project_id) where issued_from is not null;
