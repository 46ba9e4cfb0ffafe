-- What an organization changes of its rules. The rows in force are the shipped ones with the changes laid over them by `position`.
create table rule_change (
  id uuid not null default uuidv7() primary key,
  organization_id uuid not null references organization (id),
  kind text not null check (kind in ('clock', 'carc', 'rarc', 'score', 'path', 'calendar')),
  key text not null,
  change text not null check (change in ('new-version', 'correction')),
  effective_from date,
  effective_to date,
  says jsonb not null,
  was text,
  citation text,
  verified boolean not null,
  reason text not null,
  state text not null check (state in ('proposed', 'applying', 'in-force', 'rejected', 'withdrawn')),
  proposed_by jsonb not null,
  proposed_at timestamptz(3) not null,
  decided_by jsonb,
  decided_at timestamptz(3),
  decision_reason text,
  position integer,
  examined integer,
  counted_at timestamptz(3),
  failed_at timestamptz(3),
  unique (organization_id, id),
  unique (organization_id, position),
  check (effective_to is null or effective_from is null or effective_to >= effective_from),
  check (position is null or state in ('applying', 'in-force')),
  check ((state = 'proposed') = (decided_at is null))
);
-- One proposal at a time for one rule.
create unique index rule_change_open on rule_change (organization_id, kind, key) where state in ('proposed', 'applying');
create index rule_change_to_do on rule_change (id) where (state = 'proposed' and counted_at is null) or state = 'applying';
alter table rule_change enable row level security;
alter table rule_change force row level security;
create policy organization on rule_change using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
create policy engine on rule_change for select to overturn_engine using (true);
grant select, insert, update on rule_change to overturn_app;
grant select, update on rule_change to overturn_engine;

-- Which open denials a change moves, and how. One that is `waiting`, `taken` (until the worker has looked once more) or `kept` keeps its earlier filing date.
create table rule_impact (
  change_id uuid not null,
  denial_id uuid not null,
  organization_id uuid not null references organization (id),
  purpose text not null,
  moves text not null check (moves in ('earlier', 'later', 'reclassed')),
  before text not null,
  after text not null,
  new_triage jsonb,
  state text not null check (state in ('foreseen', 'queued', 'applied', 'waiting', 'taken', 'kept')),
  is_to_do boolean not null default false,
  decided_by jsonb,
  decided_at timestamptz(3),
  primary key (change_id, denial_id, purpose),
  foreign key (organization_id, change_id) references rule_change (organization_id, id),
  foreign key (organization_id, denial_id) references denial (organization_id, id)
);
create index rule_impact_held on rule_impact (denial_id) where state in ('waiting', 'taken', 'kept');
create index rule_impact_to_do on rule_impact (organization_id, change_id, denial_id) where is_to_do;
alter table rule_impact enable row level security;
alter table rule_impact force row level security;
create policy organization on rule_impact using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
create policy engine on rule_impact for select to overturn_engine using (true);
grant select, insert, update on rule_impact to overturn_app;
grant select, insert, update, delete on rule_impact to overturn_engine;
