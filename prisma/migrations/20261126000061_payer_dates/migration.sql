-- What the payer's rows said of a denial's filing dates when these were counted; null: nothing; an empty list: no date was counted yet.
alter table denial add column payer_terms jsonb;
-- A person's decision not to file the dispute under the contract.
alter table denial add column dispute_decided_at timestamptz(3);

-- Payers whose rows changed, and how far the walk over their open denials came: a sweep tells a batch at a time.
create table payer_recount (
  organization_id uuid not null references organization (id),
  payer text not null,
  -- The denial told last; null: a change begins the walk anew.
  told_to uuid,
  -- Or put behind the others: the earliest is told next.
  changed_at timestamptz(3) not null,
  primary key (organization_id, payer)
);
alter table payer_recount enable row level security;
alter table payer_recount force row level security;
create policy organization on payer_recount using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
create policy engine on payer_recount for select to overturn_engine using (true);
grant select, insert, update on payer_recount to overturn_app;
grant select, update, delete on payer_recount to overturn_engine;
