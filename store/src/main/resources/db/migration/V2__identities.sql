-- Who may call: see dev.assay.assessment.identity.
create table identity (
  account text not null,
  name text not null,
  role text not null,
  created_at timestamptz not null,
  primary key (account, name)
);

create table access_key (
  id text primary key,
  account text not null,
  owner text not null,
  -- AES-256-GCM under the master key, bound to the id.
  secret bytea not null,
  description text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz,
  foreign key (account, owner) references identity
);

create index access_key_owner on access_key (account, owner);
