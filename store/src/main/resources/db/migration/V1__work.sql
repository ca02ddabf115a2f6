-- Work that waits for a node: see dev.assay.assessment.work.
create table work (
  id bigint generated always as identity primary key,
  queue text not null,
  key text not null,
  payload text not null,
  run_at timestamptz not null,
  attempts integer not null default 0,
  lease uuid,
  leased_by text,
  leased_until timestamptz,
  last_failure text,
  dead_at timestamptz,
  enqueued_at timestamptz not null,
  unique (queue, key)
);

-- The order in which work is taken; dead letters are out of the way.
create index work_due on work (queue, run_at) where dead_at is null;
