-- A member of some clients searches among theirs only: what others have newer must not use up the hits.
drop function search_denials(text, integer);
create function search_denials(words text, most integer, clients uuid[] default '{}')
returns table (denial_id uuid, matched text) language sql stable security definer set search_path = public as $$
  with wanted as (
    select lower(trim(words)) as q, nullif(current_setting('app.org', true), '')::uuid as org
  )
  select d.id, case when lower(p.name) like '%' || w.q || '%' then 'payer' else 'claim' end
  from wanted w
  join denial d on d.organization_id = w.org and (clients = '{}' or d.client_id = any(clients))
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

-- A page reads again and again: one entry for whoever views a thing within an hour of the clock.
create unique index audit_viewed on audit_entry (subject_id, actor_id, act, date_trunc('hour', at at time zone 'UTC'))
  where act in ('denial.viewed', 'remittance.viewed');
