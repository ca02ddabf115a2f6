-- Network reachability: see dev.assay.assessment.reachability.

-- What findings of reachable ports are selected by, once for all findings of equal content.
create table finding_content_port (
  hash text collate "C" primary key references finding_content on delete cascade,
  protocol text collate "C" not null,
  first integer not null,
  last integer not null
);
create table finding_content_component (
  hash text collate "C" not null references finding_content on delete cascade,
  position integer not null,
  id text collate "C" not null,
  type text collate "C" not null,
  primary key (hash, position)
);
create index finding_content_component_id on finding_content_component (id);

-- Snapshots of networks, by the name under which later ones take their place. The mark is that of
-- the one that was last taken in whole.
create table network_snapshot (
  account text collate "C" not null,
  region text collate "C" not null,
  name text collate "C" not null,
  turn bigint not null,
  mark text,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (account, region, name)
);

-- What the newest snapshot says of each host.
create table network_report (
  resource bigint primary key references resource on delete cascade,
  account text collate "C" not null,
  region text collate "C" not null,
  network text collate "C" not null,
  turn bigint not null,
  document text not null,
  evaluated_at timestamptz not null
);
create index network_report_turn on network_report (account, region, network, turn);
