-- What a denial's workflow knew as it wrote its last step: a run that is lost is taken up from here. Ids, enums and instants only.
create table run_state (
  denial_id uuid primary key,
  organization_id uuid not null references organization (id),
  state jsonb not null,
  foreign key (organization_id, denial_id) references denial (organization_id, id)
);
alter table run_state enable row level security;
alter table run_state force row level security;
create policy organization on run_state using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
grant select, insert, update, delete on run_state to overturn_engine;

alter table denial_view drop column visit;

-- The relay takes messages for a short while and delivers them outside any transaction.
alter table outbox_message add column taken_by uuid, add column taken_until timestamptz(3);
create index outbox_waiting on outbox_message (attempts, released_at) where released_at is not null and delivered_at is null;
