-- What the worker's sweep deletes when its time is over.
grant select (id, expires_at), delete on user_session to overturn_engine;
create index idempotency_key_created on idempotency_key (organization_id, created_at);

-- Every live event above this number is kept: who asks from below may have missed some. One row, for all organizations.
create table live_event_floor (
  is_only boolean not null default true primary key check (is_only),
  above bigint not null
);
insert into live_event_floor (above) values (0);
grant select on live_event_floor to overturn_app;
grant select, update on live_event_floor to overturn_engine;
