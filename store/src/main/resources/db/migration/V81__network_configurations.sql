-- The last configuration of each network, to evaluate it again.
create table network_configuration (
  account text collate "C" not null,
  region text collate "C" not null,
  name text collate "C" not null,
  mark text not null,
  files bytea not null,
  handed_in_at timestamptz not null,
  primary key (account, region, name),
  foreign key (account, region, name) references network_snapshot on delete cascade
);
-- They are compressed already.
alter table network_configuration alter column files set storage external;
