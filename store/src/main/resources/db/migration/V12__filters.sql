-- Questions on findings that are kept: see dev.assay.assessment.suppression.
create table finding_filter (
  number bigint generated always as identity primary key,
  id text collate "C" not null unique,
  account text collate "C" not null,
  region text collate "C" not null,
  name text not null,
  action text not null,
  description text,
  reason text,
  criteria jsonb not null,
  tags jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (account, region, name)
);
