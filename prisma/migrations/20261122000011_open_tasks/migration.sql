-- The next task is the first entry here: what is claimed leaves it, so that asking stays as quick with a thousand tasks in hand.
create index task_open on task (organization_id, due_at, id) where state = 'open';
