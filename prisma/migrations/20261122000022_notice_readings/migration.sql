-- Several people get the same notice: each reads it for themselves.
alter table notice add unique (organization_id, id);
create table notice_reading (
  organization_id uuid not null references organization (id),
  notice_id uuid not null,
  reader_id uuid not null,
  read_at timestamptz(3) not null,
  primary key (notice_id, reader_id),
  foreign key (organization_id, notice_id) references notice (organization_id, id)
);
-- Who read it was not kept: what was put away stays so for everybody.
insert into notice_reading (organization_id, notice_id, reader_id, read_at)
  select n.organization_id, n.id, m.user_id, n.read_at from notice n join membership m on m.organization_id = n.organization_id
  where n.read_at is not null;
alter table notice drop column read_at;

alter table notice_reading enable row level security;
alter table notice_reading force row level security;
create policy organization on notice_reading using (organization_id = (select nullif(current_setting('app.org', true), '')::uuid));
grant select, insert on notice_reading to overturn_app;
