-- What was told of claims by their number, for those that a remittance brings later.
create table claim_fact (
  id uuid not null default uuidv7() primary key,
  organization_id uuid not null references organization (id),
  client_id uuid,
  claim_number text not null,
  payer_claim_number text,
  facts jsonb not null,
  told_at timestamptz(3) not null,
  foreign key (organization_id, client_id) references client (organization_id, id)
);
create unique index claim_fact_of on claim_fact (organization_id, claim_number, payer_claim_number, client_id) nulls not distinct;

alter table claim_fact enable row level security;
alter table claim_fact force row level security;
create policy organization on claim_fact using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
grant select, insert, update on claim_fact to overturn_app;
grant select on claim_fact to overturn_engine;
