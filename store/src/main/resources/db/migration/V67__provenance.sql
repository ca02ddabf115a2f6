-- By which ways the parts of what is known of a resource came: see dev.assay.assessment.provenance.
create table provenance (
  resource bigint not null references resource on delete cascade,
  part text not null,
  way text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (resource, part, way)
);

-- So far only agents can be told from the rest.
insert into provenance (resource, part, way, first_at, last_at)
select e.resource, 'PACKAGES', 'AGENT', e.judged_at, e.judged_at from evidence e
  join resource r on r.number = e.resource
  join agent a on a.account = r.account and a.region = r.region
    and a.resource_type = r.type and a.resource_id = r.id;
