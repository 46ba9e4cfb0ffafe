-- What a person found out that no remittance holds: the latest answer to each question of the screening. A row taken back is deleted; the audit keeps it.
create table screening_fact (
  organization_id uuid not null references organization (id),
  denial_id uuid not null,
  name text not null,
  value jsonb not null,
  said_by text,
  told_on date not null,
  source text,
  -- Who wrote it down.
  actor jsonb not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, denial_id, name),
  foreign key (organization_id, denial_id) references denial (organization_id, id)
);
alter table screening_fact enable row level security;
alter table screening_fact force row level security;
create policy organization on screening_fact using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
grant select, insert, update, delete on screening_fact to overturn_app;
grant select, insert, update, delete on screening_fact to overturn_engine;
