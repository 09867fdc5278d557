-- When and where a picture's original says it was taken, read before its copies were written without it. Files that
-- came earlier say nothing.
alter table files.file add column taken jsonb;

-- Near-equal pictures are found by 16 bits of their hashes first: of two that differ in few bits, one of four bands
-- differs in fewer still, and is looked up with each of its bits turned.
create function micro.band(hash bigint, at integer) returns integer language sql immutable parallel safe
  return ((hash >> (16 * at)) & 65535)::integer;
create index picture_hash_band_0 on micro.picture_hash (micro.band(hash, 0));
create index picture_hash_band_1 on micro.picture_hash (micro.band(hash, 1));
create index picture_hash_band_2 on micro.picture_hash (micro.band(hash, 2));
create index picture_hash_band_3 on micro.picture_hash (micro.band(hash, 3));

-- What a new picture was found to be near-equal to when it came.
create table micro.picture_match (
  picture_id bigint not null references micro.picture on delete cascade,
  earlier_id bigint not null references micro.picture on delete cascade,
  -- bits of 64 that differ where the two are most alike
  distance smallint not null check (distance between 0 and 64),
  primary key (picture_id, earlier_id),
  check (picture_id <> earlier_id)
);
create index picture_match_earlier on micro.picture_match (earlier_id);
