-- The newest evidence of each resource and how far it could be judged: see
-- dev.assay.assessment.evidence and dev.assay.assessment.coverage.
create table evidence (
  resource bigint primary key references resource on delete cascade,
  mark text not null,
  document text not null,
  edition text collate "C" not null,
  status text not null,
  gaps jsonb not null,
  judged_at timestamptz not null
);

create index evidence_edition on evidence (edition, judged_at);
