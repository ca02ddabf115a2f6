-- What was seen of running hosts, for as long as a run may look back: see dev.assay.assessment.runtime.
create table runtime_sample (
  resource bigint not null references resource on delete cascade,
  taken_at timestamptz not null,
  document text not null,
  primary key (resource, taken_at)
);

-- A server built without LZ4 keeps what it has.
do $$
begin
  alter table runtime_sample alter column document set compression lz4;
exception when feature_not_supported then
  null;
end
$$;
