-- The orders that lists are mostly asked in carry what is mostly filtered by, so that findings that
-- do not fit are passed over in the index, without a look at the table.
drop index finding_updated;
create index finding_updated on finding (account, region, updated_at, number)
  include (status, severity, resource, type, resource_type, fix, exploit);
drop index finding_severity;
create index finding_severity on finding (account, region, severity, number)
  include (status, resource, type, resource_type, fix, exploit);
