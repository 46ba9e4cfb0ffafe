import { sql } from '../database/database.ts';

/** Of `task t`, most urgent first: what a filing date presses, then what is due, of that the earlier safe date. The indexes of open tasks say the same. */
export const BY_URGENCY = sql`t.filing_ahead, t.due_at, coalesce(t.safe_due_on, 'infinity'), t.id`;
