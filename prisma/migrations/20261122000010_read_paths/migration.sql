-- What the api and the worker look up by, one row or a page at a time.

-- The message of a completed task: its undo, and whether the engine has taken it.
create index outbox_task on outbox_message (task_id) where task_id is not null;
-- Who answered a task, in the words of its audit entry.
create index audit_task on audit_entry (subject_id, id) where subject_kind = 'task';
-- The lists of denials by owner, by amount and by age.
create index denial_owner on denial (organization_id, owner_id);
create index denial_opened on denial (organization_id, opened_at, id);
create index denial_view_amount on denial_view (organization_id, amount_cents, denial_id);
-- Files where they hang on a case.
create index evidence_file on evidence (file_id) where file_id is not null;
