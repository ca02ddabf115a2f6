-- Benchmark sessions and what agents reported in them: see dev.assay.assessment.cis.
create table cis_session (
  account text collate "C" not null,
  region text collate "C" not null,
  job text collate "C" not null,
  agent text not null,
  token_hash text not null,
  stopped boolean not null,
  started_at timestamptz not null,
  last_heard_at timestamptz not null,
  primary key (account, region, job)
);

create table cis_check_result (
  account text collate "C" not null,
  region text collate "C" not null,
  job text collate "C" not null,
  rule text collate "C" not null,
  status text not null,
  details text not null,
  primary key (account, region, job, rule),
  foreign key (account, region, job) references cis_session on delete cascade
);
