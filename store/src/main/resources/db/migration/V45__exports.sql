-- Exports that were asked for, and what they laid down: see dev.assay.assessment.export.
create table export (
  id uuid primary key,
  number bigint generated always as identity,
  account text collate "C" not null,
  region text collate "C" not null,
  kind text not null,
  format text not null,
  question text not null,
  bucket text not null,
  prefix text,
  kms_key text not null,
  state text not null,
  problem text,
  message text,
  created_at timestamptz not null,
  ended_at timestamptz
);

create index export_latest on export (account, region, kind, number desc);

create table export_document (
  export uuid not null references export on delete cascade,
  place integer not null,
  key text not null,
  size bigint not null,
  primary key (export, place)
);
