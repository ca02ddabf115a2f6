-- What a snapshot does not decide stays open: see dev.assay.assessment.reachability.

-- When the configuration that says so was last handed in; the folder that has the host; whether the
-- newest snapshot has it.
alter table network_report rename column evaluated_at to as_of;
alter table network_report add column folder text collate "C" not null default '';
alter table network_report add column told boolean not null default true;
update network_report
set document = jsonb_build_object('network', network, 'folder', folder, 'told', told,
  'asOf', document::jsonb -> 'evaluatedAt', 'open', document::jsonb -> 'open',
  'undecided', document::jsonb -> 'undecided')::text;

-- The listings that snapshots of a network had whole: what a later one lacks.
alter table network_snapshot add column listings text not null default '[]';
