-- Whose hands: group roles with fixed grants. Logins are made at start-up and belong to one of them.
do $$
declare wanted text;
begin
  foreach wanted in array array['overturn_app', 'overturn_engine', 'overturn_queue', 'overturn_search'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin', wanted);
    end if;
  end loop;
exception when unique_violation or duplicate_object then null; -- another database of this cluster made it meanwhile
end $$;

grant usage on schema public to overturn_app, overturn_engine, overturn_search;
create extension if not exists pg_trgm;

-- Every table with an organization is closed by default: forced row-level security, one policy.
-- Without it, with the reason:
--   user_account, user_session, api_key  looked up before an organization is known, by secret hash or e-mail only
--   letter_template, clock_row, carc_row, rarc_row  shipped rows, the same for everybody
--   heartbeat  names of processes
--   _prisma_migrations  the migrator's own
do $$
declare wanted text;
begin
  for wanted in
    select c.table_name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'organization_id' and c.table_name not in ('user_session', 'api_key')
  loop
    execute format('alter table %I enable row level security', wanted);
    execute format('alter table %I force row level security', wanted);
    execute format(
      'create policy organization on %I using (organization_id = (select nullif(current_setting(''app.org'', true), '''')::uuid))',
      wanted);
  end loop;
end $$;

alter table organization enable row level security;
alter table organization force row level security;
create policy organization on organization using (id = (select nullif(current_setting('app.org', true), '')::uuid));
create policy names_of_mine on organization for select to overturn_app
  using (id in (select m.organization_id from membership m
                where m.user_id = (select nullif(current_setting('app.user', true), '')::uuid)));
create policy mine on membership for select to overturn_app
  using (user_id = (select nullif(current_setting('app.user', true), '')::uuid));

-- The engine works across organizations on ids and states only; for all else it sets app.org.
create policy engine on organization for select to overturn_engine using (true);
create policy engine on denial_view for select to overturn_engine using (true);
create policy engine on outbox_message to overturn_engine using (true) with check (true);
create policy engine on live_event to overturn_engine using (true) with check (true);
create policy engine on finding to overturn_engine using (true) with check (true);
create policy engine on remittance for select to overturn_engine using (true);
create policy engine_lock on denial_view for update to overturn_engine using (true) with check (true);

grant select, insert, update, delete on all tables in schema public to overturn_app, overturn_engine;
grant usage on all sequences in schema public to overturn_app, overturn_engine;
revoke insert, update, delete on letter_template, clock_row, carc_row, rarc_row from overturn_app, overturn_engine;
revoke update, delete on audit_entry, audit_seal, timeline_entry from overturn_app, overturn_engine;
revoke insert on audit_seal from overturn_app;
revoke delete on organization, denial, denial_view, task, command, payer_response, claim, packet, appeal from overturn_app, overturn_engine;
revoke all on user_account, user_session, api_key from overturn_engine;
revoke all on heartbeat from overturn_app;
grant select on heartbeat to overturn_app;
revoke all on _prisma_migrations from overturn_app, overturn_engine;

-- The audit only grows: refused to everybody, the owner too.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit is append-only: % on % is refused.', tg_op, tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger append_only_all before truncate on audit_entry for each statement execute function refuse_change();
create trigger append_only before update or delete on audit_seal for each row execute function refuse_change();
create trigger append_only_all before truncate on audit_seal for each statement execute function refuse_change();

-- A child belongs to the organization of its parent: the keys carry both.
do $$
declare pair record;
begin
  for pair in select * from (values ('client'), ('team'), ('payer'), ('stored_file'), ('remittance'), ('claim'), ('denial'), ('task'), ('document')) p(parent) loop
    execute format('alter table %I add unique (organization_id, id)', pair.parent);
  end loop;
  for pair in
    select c.table_name child, c.column_name col, p.parent from information_schema.columns c
    join (values ('client_id', 'client'), ('team_id', 'team'), ('payer_id', 'payer'), ('file_id', 'stored_file'),
                 ('proof_file_id', 'stored_file'), ('remittance_id', 'remittance'), ('claim_id', 'claim'), ('denial_id', 'denial'),
                 ('document_id', 'document'), ('duplicate_of', 'claim')) p(col, parent) on p.col = c.column_name
    join information_schema.columns o on o.table_name = c.table_name and o.column_name = 'organization_id' and o.table_schema = 'public'
    where c.table_schema = 'public' and c.table_name not in ('live_event', 'audit_entry', 'finding')
  loop
    execute format('alter table %I add foreign key (organization_id, %I) references %I (organization_id, id)', pair.child, pair.col, pair.parent);
  end loop;
  for pair in
    select c.table_name child from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'organization_id' and c.table_name not in ('live_event', 'finding')
  loop
    execute format('alter table %I add foreign key (organization_id) references organization (id)', pair.child);
  end loop;
end $$;
alter table membership add foreign key (user_id) references user_account (id);
alter table user_session add foreign key (user_id) references user_account (id);
alter table document add foreign key (template_id) references letter_template (id);

-- Closed sets that rows may hold; the words live in libs/domain.
alter table remittance add check (state in ('received', 'reading', 'imported', 'failed'));
alter table task add check (state in ('open', 'claimed', 'completed', 'cancelled'));
alter table task add check ((state = 'claimed') <= (assignee_id is not null));
alter table command add check (state in ('queued', 'applied', 'refused'));
alter table document add check (state in ('draft', 'approved', 'rendered', 'sent', 'withdrawn'));
alter table appeal add check (state in ('drafted', 'sent', 'held', 'withdrawn', 'won', 'lost'));
alter table packet add check (state in ('sent', 'maybe-sent'));
alter table denial add check (source in ('remittance', 'letter', 'pre-service'));
alter table denial_view add check (filing_state in ('running', 'unconfirmed', 'met', 'decided', 'missed'));
alter table deadline add check (state in ('running', 'met', 'missed', 'withdrawn'));
alter table membership add check (role in ('specialist', 'supervisor', 'manager', 'administrator'));

-- Hot paths.
create index task_next on task (organization_id, due_at, id) where state in ('open', 'claimed');
create unique index outbox_number on outbox_message (denial_id, number) where kind <> 'start';
create unique index outbox_start on outbox_message (denial_id, generation) where kind = 'start';
create index outbox_held on outbox_message (not_before) where released_at is null;
create index outbox_undelivered on outbox_message (denial_id, number) where released_at is not null and delivered_at is null;
create index live_event_unpublished on live_event (draft_id) where id is null;
create sequence live_event_number;
grant usage on sequence live_event_number to overturn_engine;
create unique index client_default on client (organization_id) where is_default;
create unique index team_default on team (organization_id) where is_default;

-- Search of patients' data: one function that filters by organization itself; its owner reads the searched columns only.
create policy search on claim for select to overturn_search using (true);
create policy search on denial for select to overturn_search using (true);
create policy search on payer for select to overturn_search using (true);
grant select (id, organization_id, client_id, claim_number, payer_claim_number, member_id, patient_first_name, patient_last_name) on claim to overturn_search;
grant select (id, organization_id, client_id, claim_id, payer_id, wording, opened_at) on denial to overturn_search;
grant select (id, organization_id, name, identifier) on payer to overturn_search;

create index claim_words_trigram on claim using gin (
  (lower(coalesce(claim_number, '') || ' ' || coalesce(payer_claim_number, '') || ' ' || coalesce(member_id, '') || ' ' || coalesce(patient_first_name, '') || ' ' || coalesce(patient_last_name, ''))) gin_trgm_ops);

create function search_denials(words text, most integer)
returns table (denial_id uuid, matched text) language sql stable security definer set search_path = public as $$
  with wanted as (
    select lower(trim(words)) as q, nullif(current_setting('app.org', true), '')::uuid as org
  )
  select d.id, case when lower(p.name) like '%' || w.q || '%' then 'payer' else 'claim' end
  from wanted w
  join denial d on d.organization_id = w.org
  join payer p on p.id = d.payer_id and p.organization_id = w.org
  left join claim c on c.id = d.claim_id and c.organization_id = w.org
  where length(w.q) >= 2 and (
    lower(coalesce(c.claim_number, '') || ' ' || coalesce(c.payer_claim_number, '') || ' ' || coalesce(c.member_id, '') || ' ' || coalesce(c.patient_first_name, '') || ' ' || coalesce(c.patient_last_name, ''))
      like '%' || replace(replace(replace(w.q, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    or lower(p.name) like '%' || replace(replace(replace(w.q, '\', '\\'), '%', '\%'), '_', '\_') || '%'
    or d.id::text = w.q)
  order by d.opened_at desc, d.id
  limit least(most, 50)
$$;
revoke all on function search_denials from public;
grant execute on function search_denials to overturn_app;
grant create on schema public to overturn_search;
grant overturn_search to current_user;
alter function search_denials owner to overturn_search;
revoke create on schema public from overturn_search;
