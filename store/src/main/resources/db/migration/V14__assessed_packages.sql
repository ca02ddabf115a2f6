-- Distinct package versions, each with what else bears on its verdict, so that new advisories judge
-- each of them once: see dev.assay.assessment.evidence.AssessedPackages.
create table assessed_package (
  number bigint generated always as identity primary key,
  -- SHA-256 of the document, in hexadecimal.
  key text collate "C" not null unique,
  document text not null,
  -- What last judged it; with a verdict, by itself.
  edition text collate "C" not null,
  verdict text collate "C"
);
create index assessed_package_edition on assessed_package (edition, number);
create index assessed_package_without_verdict on assessed_package (number) where verdict is null;

alter table evidence
  add column packages bigint[] not null default '{}',
  -- Whether new advisories say something else of one of its packages; evidence from before this
  -- column is judged anew.
  add column touched boolean not null default true;
create index evidence_packages on evidence using gin (packages);
create index evidence_touched on evidence (resource) where touched;
drop index evidence_edition;
