-- How many nodes in a row ended or fell silent with the work in their hands: no failures of it.
alter table work add column deaths integer not null default 0;
