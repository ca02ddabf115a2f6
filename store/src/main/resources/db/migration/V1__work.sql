-- Work that waits for a node: see dev.assay.assessment.work.
create table work (
  id bigint generated always as identity primary key,
  queue text not null,
  key text not null,
  payload text not null,
  -- When it may next be taken: its own moment, or, while leased, the end of the lease.
  due_at timestamptz not null,
  attempts integer not null default 0,
  lease uuid,
  leased_by text,
  -- Asked for once more while it was being done: the moment of the next time.
  again_at timestamptz,
  last_failure text,
  dead_at timestamptz,
  unique (queue, key)
);

-- The order in which work is taken; dead letters are out of the way.
create index work_due on work (queue, due_at) where dead_at is null;
create index work_dead on work (dead_at desc) where dead_at is not null;
