-- What tells hosts from each other: see dev.assay.assessment.host. A resource need not be there yet,
-- and comes back under its old name after it was removed.
create table host_trait (
  account text not null,
  region text not null,
  kind text not null,
  value text not null,
  resource_id text not null,
  primary key (account, region, kind, value),
  unique (account, region, resource_id, kind)
);
