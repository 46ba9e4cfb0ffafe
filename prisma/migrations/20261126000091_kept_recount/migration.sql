-- Kept claims that a change of the codes judges again: before its approval what it would open, from its force on what it opens; and how far the walk came.
create table kept_recount (
  change_id uuid not null primary key,
  organization_id uuid not null references organization (id),
  is_to_do boolean not null,
  -- The claim judged last; null: the walk begins.
  judged_to uuid,
  examined integer not null default 0,
  opens integer not null default 0,
  amount_cents bigint not null default 0,
  past integer not null default 0,
  joins integer not null default 0,
  reclassed integer not null default 0,
  foreign key (organization_id, change_id) references rule_change (organization_id, id)
);
create index kept_recount_to_do on kept_recount (change_id) where is_to_do;
alter table kept_recount enable row level security;
alter table kept_recount force row level security;
create policy organization on kept_recount using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
create policy engine on kept_recount for select to overturn_engine using (true);
grant select, insert, update on kept_recount to overturn_app, overturn_engine;

-- Which claims carry a code.
create index adjustment_organization_id_carc_idx on adjustment (organization_id, carc);
drop index adjustment_organization_id_idx;
