-- What accounts set for themselves and who administers them: see dev.assay.assessment.account and
-- dev.assay.assessment.organization.
create table account_settings (
  account text collate "C" not null,
  region text collate "C" not null,
  document jsonb not null,
  primary key (account, region)
);

create table membership (
  account text collate "C" not null,
  region text collate "C" not null,
  administrator text collate "C" not null,
  associated boolean not null,
  changed_at timestamptz not null,
  primary key (account, region)
);

create index membership_administrator on membership (administrator, region, account);
