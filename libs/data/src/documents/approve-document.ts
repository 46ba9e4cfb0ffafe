import { DomainError } from '@overturn/domain';
import { letterLacks } from '@overturn/domain/letters/letter-lacks';
import { personId } from '../accounts/caller.ts';
import type { Caller } from '../accounts/caller.ts';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';
import { draftEvent } from '../events/live-events.ts';

interface LetterAsItIs {
  state: string;
  version: number;
  title: string;
  body: string;
  exhibits: { label: string }[];
}

/**
 * Holds the letter that a review approves as it is: nobody changes it while the approval stands. Throws CHANGED_MEANWHILE
 * when it is no more the version that was `seen`, CONFLICT with what it lacks.
 */
export async function approveDocument(tx: Tx, now: Date, caller: Caller, taskId: string, seen?: number): Promise<void> {
  const letter = await tx.row<LetterAsItIs & { id: string; denialId: string }>(sql`
    select o.id, o.denial_id "denialId", o.state, o.version, o.title, o.body, o.exhibits from document o join task t on o.id = (t.context ->> 'documentId')::uuid
    where t.id = ${taskId} for update of o`);
  if (!letter) return;
  const { id, version } = letter;
  if (seen !== undefined && seen !== version)
    throw new DomainError(
      'CHANGED_MEANWHILE',
      'The letter was changed since you read it. Look at it again before you approve it.',
      {
        ...{ documentId: id, yours: seen, version },
      },
    );
  const lacking = letterLacks({ ...letter, exhibits: letter.exhibits.map(({ label }) => label) });
  if (lacking.length > 0)
    throw new DomainError('CONFLICT', `The letter is not complete: ${whatToDo(letter)} ${lacking.join(' ')}`, {
      documentId: id,
      lacks: lacking,
    });
  await tx.run(sql`
    update document set approved_version = version, approved_by = ${personId(caller)}, updated_at = ${now} where id = ${id}`);
  await draftEvent(tx, now, { kind: 'document', denialId: letter.denialId, subjectId: id });
}

/** What the filing clock printed is no draft until its reviewer gives it back. */
const whatToDo = ({ state }: LetterAsItIs): string =>
  state === 'draft' ? 'edit it first.' : 'give it back with remarks, then edit it.';

/** The approval that is taken back leaves the letter as it was before: open to changes, unless the filing clock printed it. */
export const takeApprovalBack = (tx: Tx, now: Date, taskId: string): Promise<number> =>
  tx.run(sql`
    update document o set approved_version = case when o.state = 'draft' then null else o.version end, approved_by = null, updated_at = ${now}
    from task t where t.id = ${taskId} and t.kind = 'review-packet' and o.id = (t.context ->> 'documentId')::uuid`);
