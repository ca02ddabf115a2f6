-- What a host was seen to do counts before what it would run: the newest sample of it is the newest one that
-- was taken while it ran, if there is any.
alter table runtime_sample add column at_rest boolean not null default false;
