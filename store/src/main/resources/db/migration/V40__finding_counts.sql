-- Counts by everything that is summed up most often. The kind of resource stands with the finding,
-- where it can be counted even when the resource itself is being deleted; it never changes.
alter table finding add column resource_type text collate "C";
update finding f set resource_type = r.type from resource r where r.number = f.resource;
alter table finding alter column resource_type set not null;

drop table finding_count;
create table finding_count (
  account text collate "C" not null,
  region text collate "C" not null,
  status text collate "C" not null,
  type text collate "C" not null,
  resource_type text collate "C" not null,
  severity smallint not null,
  exploit boolean not null,
  fix text collate "C",
  change bigint not null
);
create index finding_count_tenant on finding_count (account, region);

insert into finding_count
  select account, region, status, type, resource_type, severity, exploit, fix, count(*)
  from finding group by account, region, status, type, resource_type, severity, exploit, fix;

-- Only what differs is written: most changes of a finding leave all counts as they were.
create or replace function count_findings() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into finding_count
      select account, region, status, type, resource_type, severity, exploit, fix, count(*)
      from come group by account, region, status, type, resource_type, severity, exploit, fix;
  elsif tg_op = 'DELETE' then
    insert into finding_count
      select account, region, status, type, resource_type, severity, exploit, fix, -count(*)
      from gone group by account, region, status, type, resource_type, severity, exploit, fix;
  else
    insert into finding_count
      select account, region, status, type, resource_type, severity, exploit, fix, sum(change)
      from (
        select account, region, status, type, resource_type, severity, exploit, fix, 1 as change
        from come
        union all
        select account, region, status, type, resource_type, severity, exploit, fix, -1 from gone
      ) as both_ways
      group by account, region, status, type, resource_type, severity, exploit, fix
      having sum(change) <> 0;
  end if;
  return null;
end
$$;
