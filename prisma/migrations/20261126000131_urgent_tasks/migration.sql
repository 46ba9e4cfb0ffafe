-- What a filing date presses comes before everything else: false from the safe date on, until the filing is met or decided.
alter table task add column filing_ahead boolean not null default true;
update task t set filing_ahead = false from denial_view v
where v.denial_id = t.denial_id and t.state in ('open', 'claimed') and v.sort_due_on <= current_date;

drop index task_open;
drop index task_next;
create index task_open on task (organization_id, filing_ahead, due_at, coalesce(safe_due_on, 'infinity'), id) where state = 'open';
create index task_next on task (organization_id, filing_ahead, due_at, coalesce(safe_due_on, 'infinity'), id) where state in ('open', 'claimed');
