-- Planned benchmark scans, and what hosts were last found to be: see dev.assay.assessment.cis.
create table cis_configuration (
  arn text collate "C" primary key,
  id uuid not null,
  account text collate "C" not null,
  region text collate "C" not null,
  name text collate "C" not null,
  level text not null,
  schedule jsonb not null,
  target_accounts text[] not null,
  target_tags jsonb not null,
  tags jsonb not null,
  begun_at timestamptz not null,
  seen_to timestamptz not null
);
create index cis_configuration_tenant on cis_configuration (account, region, arn);

create table cis_scan (
  id uuid primary key,
  arn text collate "C" not null unique,
  account text collate "C" not null,
  region text collate "C" not null,
  configuration text collate "C" not null,
  name text collate "C" not null,
  level text not null,
  target_accounts text[] not null,
  target_tags jsonb not null,
  started_at timestamptz not null,
  deadline timestamptz not null,
  status text collate "C" not null,
  explanation text not null
);
create index cis_scan_tenant on cis_scan (account, region, started_at);
create index cis_scan_configuration on cis_scan (configuration) where status = 'IN_PROGRESS';
create index cis_scan_target_accounts on cis_scan using gin (target_accounts);

create table cis_target (
  scan uuid not null references cis_scan on delete cascade,
  account text collate "C" not null,
  region text collate "C" not null,
  resource text collate "C" not null,
  tags jsonb not null,
  platform text collate "C",
  job text collate "C" not null,
  state text not null,
  explanation text not null,
  failed integer not null default 0,
  passed integer not null default 0,
  skipped integer not null default 0,
  primary key (scan, account, resource),
  unique (account, region, job)
);
create index cis_target_resource on cis_target (account, region, resource) where state = 'WAITING';

-- Results come from sessions and, without any, from benchmarks that were handed in.
alter table cis_check_result drop constraint cis_check_result_account_region_job_fkey;
alter table cis_check_result
  add title text collate "C",
  add description text,
  add remediation text,
  add level text collate "C",
  add reason text not null default '',
  add finding uuid,
  add outcome text collate "C" not null generated always as
    (case status when 'PASSED' then 'PASSED' when 'FAILED' then 'FAILED' else 'SKIPPED' end) stored;
update cis_check_result
  set finding = encode(
    set_byte(
      set_byte(
        decode(md5(job || ' ' || rule), 'hex'), 6,
        (get_byte(decode(md5(job || ' ' || rule), 'hex'), 6) & 15) | 48), 8,
      (get_byte(decode(md5(job || ' ' || rule), 'hex'), 8) & 63) | 128), 'hex')::uuid;
alter table cis_check_result alter finding set not null;

-- The newest result of each benchmark's profile on each resource.
create table benchmark_report (
  resource bigint not null references resource on delete cascade,
  benchmark text collate "C" not null,
  profile text collate "C" not null,
  document text not null,
  evaluated_at timestamptz not null,
  received_at timestamptz not null,
  primary key (resource, benchmark, profile)
);
