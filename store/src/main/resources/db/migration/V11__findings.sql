-- Findings and their life: see dev.assay.assessment.finding.

-- What findings say, once for all resources that are alike.
create table finding_content (
  hash text collate "C" primary key,
  document bytea not null
);

create table finding_content_package (
  hash text collate "C" not null references finding_content on delete cascade,
  name text collate "C" not null,
  version text collate "C" not null,
  epoch bigint not null,
  release text collate "C",
  architecture text collate "C" not null,
  file_path text collate "C" not null
);
create index finding_content_package_hash on finding_content_package (hash);
create index finding_content_package_name on finding_content_package (name);

create table finding_content_alias (
  hash text collate "C" not null references finding_content on delete cascade,
  name text collate "C" not null
);
create index finding_content_alias_hash on finding_content_alias (hash);

create table finding (
  number bigint generated always as identity primary key,
  id text collate "C" not null unique,
  account text collate "C" not null,
  region text collate "C" not null,
  resource bigint not null references resource on delete cascade,
  type text collate "C" not null,
  rule text collate "C" not null,
  status text collate "C" not null,
  -- 0 untriaged, 1 informational, 2 low, 3 medium, 4 high, 5 critical.
  severity smallint not null,
  title text collate "C" not null,
  score double precision,
  epss double precision,
  fix text collate "C",
  exploit boolean not null,
  source text collate "C",
  vendor_severity text collate "C",
  first_observed_at timestamptz not null,
  last_observed_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz,
  content text collate "C" not null,
  unique (resource, type, rule)
);

create index finding_updated on finding (account, region, updated_at, number);
create index finding_severity on finding (account, region, severity, number);
create index finding_first_observed on finding (account, region, first_observed_at, number);
create index finding_last_observed on finding (account, region, last_observed_at, number);
create index finding_rule on finding (account, region, rule, number);
create index finding_title on finding (account, region, title);
create index finding_content_used on finding (content);
create index finding_closed on finding (closed_at) where closed_at is not null;

-- How many there are, as additions and subtractions: writers only add rows, so none waits for
-- another; sums are brought together now and then.
create table finding_count (
  account text collate "C" not null,
  region text collate "C" not null,
  status text collate "C" not null,
  type text collate "C" not null,
  severity smallint not null,
  change bigint not null
);
create index finding_count_tenant on finding_count (account, region);

create function count_findings() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into finding_count
      select account, region, status, type, severity, -count(*) from gone
      group by account, region, status, type, severity;
  end if;
  if tg_op <> 'DELETE' then
    insert into finding_count
      select account, region, status, type, severity, count(*) from come
      group by account, region, status, type, severity;
  end if;
  return null;
end
$$;

create trigger finding_inserted after insert on finding
  referencing new table as come for each statement execute function count_findings();
create trigger finding_updated after update on finding
  referencing old table as gone new table as come
  for each statement execute function count_findings();
create trigger finding_deleted after delete on finding
  referencing old table as gone for each statement execute function count_findings();
