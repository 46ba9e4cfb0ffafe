-- What came for a denial after its close: each is a decision to reopen it or to leave it closed, asked for until a person takes it.
create table late_arrival (
  id uuid primary key default uuidv7(),
  organization_id uuid not null references organization (id),
  denial_id uuid not null,
  kind text not null check (kind in ('remittance', 'response', 'message')),
  subject_id uuid not null,
  sentence text not null,
  notice_on date,
  arrived_at timestamptz(3) not null,
  told_on date not null,
  decided_at timestamptz(3),
  decision text check (decision in ('reopened', 'left-closed')),
  unique (denial_id, subject_id),
  check ((decided_at is null) = (decision is null)),
  foreign key (organization_id, denial_id) references denial (organization_id, id)
);
create index late_arrival_undecided on late_arrival (told_on) where decided_at is null;
alter table late_arrival enable row level security;
alter table late_arrival force row level security;
create policy organization on late_arrival using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
create policy engine on late_arrival for select to overturn_engine using (true);
grant select, insert, update on late_arrival to overturn_app, overturn_engine;

-- A reopened denial begins a story of its own.
grant select, delete on run_state to overturn_app;
