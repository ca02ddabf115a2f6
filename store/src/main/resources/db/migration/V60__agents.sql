-- Agents on hosts: see dev.assay.assessment.agent.
create table enrollment_token (
  key text primary key references access_key on delete cascade,
  account text not null,
  region text not null,
  uses integer not null,
  used integer not null default 0 check (used <= uses)
);
create index enrollment_token_tenant on enrollment_token (account, region, key);

create table agent (
  account text not null,
  name text not null,
  region text not null,
  resource_type text not null,
  resource_id text not null,
  machine_id text not null,
  machine jsonb not null,
  token text not null,
  enrollment_id text not null,
  version text not null,
  enrolled_at timestamptz not null,
  -- What it last said of itself; null until it said anything.
  heartbeat jsonb,
  -- From then on, if nothing is heard of it, its resource counts as not looked at.
  silent_from timestamptz,
  primary key (account, name),
  foreign key (account, name) references identity,
  unique (account, region, resource_type, resource_id),
  unique (account, region, machine_id),
  unique (token, enrollment_id)
);
