-- Inspector Classic: see dev.assay.assessment.classic. Everything is named by its ARN, which holds
-- whose it is; account and region are repeated where tenants are asked for all they have. A list
-- goes by `number`.

-- One row a tenant that has anything: whoever changes what is counted or must be unique takes it.
create table classic_tenant (
  account text not null,
  region text not null,
  turns bigint not null,
  primary key (account, region)
);

create table classic_resource_group (
  arn text primary key,
  account text not null,
  region text not null,
  tag_keys text[] not null,
  tag_values text[] not null,
  created_at timestamptz not null
);
create index classic_resource_group_tenant on classic_resource_group (account, region);

create table classic_target (
  number bigint generated always as identity unique,
  arn text primary key,
  account text not null,
  region text not null,
  name text not null,
  resource_group text references classic_resource_group,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (account, region, name)
);
create index classic_target_listed on classic_target (account, region, number);

create table classic_template (
  number bigint generated always as identity unique,
  arn text primary key,
  target text not null references classic_target on delete cascade,
  account text not null,
  region text not null,
  name text not null,
  seconds integer not null,
  rules_packages text[] not null,
  attribute_keys text[] not null,
  attribute_values text[] not null,
  tag_keys text[] not null default '{}',
  tag_values text[] not null default '{}',
  created_at timestamptz not null,
  unique (target, name)
);
create index classic_template_listed on classic_template (account, region, number);

create table classic_run (
  number bigint generated always as identity unique,
  arn text primary key,
  template text not null references classic_template on delete cascade,
  account text not null,
  region text not null,
  name text not null,
  seconds integer not null,
  rules_packages text[] not null,
  attribute_keys text[] not null,
  attribute_values text[] not null,
  state text not null,
  ended boolean not null,
  data_collected boolean not null,
  hosts_selected boolean not null,
  collection_ends_at timestamptz,
  created_at timestamptz not null,
  state_changed_at timestamptz not null,
  completed_at timestamptz,
  failures integer not null default 0
);
create index classic_run_listed on classic_run (account, region, number);
create index classic_run_template on classic_run (template, number);
create index classic_run_unfinished on classic_run (account, region) where not ended;

create table classic_run_state (
  number bigint generated always as identity primary key,
  run text not null references classic_run on delete cascade,
  state text not null,
  at timestamptz not null
);
create index classic_run_state_run on classic_run_state (run, number);

create table classic_run_agent (
  number bigint generated always as identity primary key,
  run text not null references classic_run on delete cascade,
  agent text not null,
  health text not null,
  details text not null,
  auto_scaling_group text,
  busy boolean not null,
  excluded boolean not null,
  evaluated boolean not null,
  unique (run, agent)
);
create index classic_run_agent_listed on classic_run_agent (run, number);
create index classic_run_agent_waiting on classic_run_agent (run, agent) where not evaluated;

create table classic_telemetry (
  agent bigint not null references classic_run_agent on delete cascade,
  message_type text not null,
  count bigint not null,
  bytes bigint,
  primary key (agent, message_type)
);

create table classic_finding (
  number bigint generated always as identity unique,
  arn text primary key,
  run text not null references classic_run on delete cascade,
  account text not null,
  region text not null,
  rules_package text not null,
  rule text not null,
  title text not null,
  description text not null,
  recommendation text not null,
  severity text not null,
  confidence integer not null,
  attributes jsonb not null,
  user_attributes jsonb not null,
  agent text not null,
  host_name text,
  image text,
  auto_scaling_group text,
  addresses text[] not null,
  vpc text,
  subnet text,
  tag_keys text[] not null,
  tag_values text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index classic_finding_listed on classic_finding (account, region, number);
create index classic_finding_run on classic_finding (run, number);

create table classic_exclusion (
  number bigint generated always as identity unique,
  arn text primary key,
  run text not null references classic_run on delete cascade,
  type text not null,
  description text not null,
  scope_types text[] not null,
  scope_values text[] not null,
  attribute_keys text[] not null,
  attribute_values text[] not null
);
create index classic_exclusion_run on classic_exclusion (run, number);

create table classic_preview (
  id uuid primary key,
  template text not null references classic_template on delete cascade,
  begun_at timestamptz not null,
  complete boolean not null
);
create index classic_preview_template on classic_preview (template);

create table classic_previewed (
  number bigint generated always as identity primary key,
  preview uuid not null references classic_preview on delete cascade,
  type text not null,
  description text not null,
  scope_types text[] not null,
  scope_values text[] not null,
  attribute_keys text[] not null,
  attribute_values text[] not null
);
create index classic_previewed_preview on classic_previewed (preview, number);

-- Topic and template once each, so that a page of subscriptions goes by a number.
create table classic_topic (
  number bigint generated always as identity primary key,
  template text not null references classic_template on delete cascade,
  account text not null,
  region text not null,
  topic text not null,
  unique (template, topic)
);
create index classic_topic_listed on classic_topic (account, region, number);

create table classic_subscription (
  topic bigint not null references classic_topic on delete cascade,
  event text not null,
  subscribed_at timestamptz not null,
  primary key (topic, event)
);

create table classic_notification (
  number bigint generated always as identity primary key,
  template text not null references classic_template on delete cascade,
  run text references classic_run on delete cascade,
  topic text not null,
  event text not null,
  new_state text,
  at timestamptz not null,
  status text,
  message text
);
create index classic_notification_run on classic_notification (run, number);
create index classic_notification_template on classic_notification (template);

create table classic_role (
  account text not null,
  region text not null,
  arn text not null,
  registered_at timestamptz not null,
  primary key (account, region)
);

create table classic_report (
  run text not null references classic_run on delete cascade,
  format text not null,
  type text not null,
  state text not null,
  asked_at timestamptz not null,
  content bytea,
  primary key (run, format, type)
);
