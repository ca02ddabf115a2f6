-- Who changed what: see dev.assay.assessment.audit.
create table audit_event (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  account text not null,
  actor text not null,
  key text not null,
  action text not null,
  detail text not null,
  source text not null,
  request_id text not null,
  outcome text not null
);

create index audit_event_account on audit_event (account, number desc);

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is added to, never changed' using errcode = 'integrity_constraint_violation';
end
$$;

create trigger audit_event_is_append_only
  before update or delete or truncate on audit_event
  for each statement execute function refuse_audit_change();
