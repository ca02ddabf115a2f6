-- What is assessed: see dev.assay.assessment.resource.
create table resource (
  number bigint generated always as identity primary key,
  account text not null,
  region text not null,
  type text not null,
  id text not null,
  details jsonb not null,
  tags jsonb not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  unique (account, region, type, id)
);

create index resource_tags on resource using gin (tags);
