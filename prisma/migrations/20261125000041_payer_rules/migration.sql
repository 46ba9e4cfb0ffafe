-- What payers want, as the organization knows it. An edit ends the row and adds one with the next version.
create table payer_rule (
  id uuid not null default uuidv7() primary key,
  organization_id uuid not null references organization (id),
  rule_id uuid not null,
  version integer not null,
  payer text not null,
  product text,
  state text,
  purpose text,
  says jsonb not null,
  source text not null,
  verified_on date not null,
  changed_at timestamptz(3) not null,
  changed_by text not null,
  ended_at timestamptz(3),
  ended_by text,
  unique (organization_id, rule_id, version)
);
-- One row holds for one question.
create unique index payer_rule_for on payer_rule (organization_id, payer, product, state, purpose) nulls not distinct where ended_at is null;

alter table payer_rule enable row level security;
alter table payer_rule force row level security;
create policy organization on payer_rule using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
grant select, insert, update on payer_rule to overturn_app;
grant select on payer_rule to overturn_engine;

-- Some payers want it; the gate asks for it.
alter table claim add column rendering_taxonomy text;
