-- When a content was last of use, to the day: one that nothing uses goes after a while, and a writer
-- that comes upon an old one says so before it relies on it.
alter table finding_content add column used_at timestamptz not null default now();

-- Documents are written with every change and seldom read. A server built without LZ4 keeps what it has.
do $$
begin
  alter table evidence alter column document set compression lz4;
exception when feature_not_supported then
  null;
end
$$;
