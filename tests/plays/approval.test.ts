import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentView, Problem } from '@overturn/contracts';
import { dayOf } from '../support/days.ts';
import type { Staff } from '../support/staff.ts';
import { gatherEvidence, openLetter, settle, startPlay } from './play.ts';
import type { Play } from './play.ts';

let play: Play;
beforeAll(async () => void (play = await startPlay()), 180_000);
afterAll(() => play?.close());

const letterOf = async (denialId: string): Promise<DocumentView> =>
  (await play.specialist.denial(denialId)).documents.find(({ kind }) => kind === 'exception-request')!;
const edit = (staff: Staff, { id, version, body }: DocumentView, add: string): Promise<Response> =>
  staff.request('PUT', `/documents/${id}`, { body: `${body}\n${add}` }, { 'if-match': `"${version}"` });
const reviewOf = async (denialId: string): Promise<string> =>
  (await play.specialist.openTasks(denialId)).find(({ kind }) => kind === 'review-packet')!.id;
const approve = async (denialId: string, seen?: number): Promise<{ status: number; body: Problem }> => {
  const answer = { outcome: 'approved', ...(seen !== undefined && { documentVersion: seen }) };
  const response = await play.specialist.request('POST', `/tasks/${await reviewOf(denialId)}/complete`, answer);
  return { status: response.status, body: (await response.json()) as Problem };
};
const toReview = async (changes: object = {}): Promise<string> => {
  const id = await openLetter(play, changes);
  await gatherEvidence(play, id);
  return id;
};

describe('an approval is of the letter that was read', () => {
  it('while it is held nobody changes the letter; taken back, the letter is open again', async () => {
    const id = await toReview();
    const letter = await letterOf(id);
    const task = await reviewOf(id);
    expect((await approve(id, letter.version)).status).toBe(200);
    const refused = await edit(play.supervisor, letter, 'We accept your price.');
    expect([refused.status, (await refused.json()) as Problem]).toEqual([
      409,
      expect.objectContaining({ detail: 'The letter is approved: take the approval back first.' }),
    ]);
    await play.specialist.post(`/tasks/${task}/undo`);
    expect((await edit(play.supervisor, letter, 'One more sentence.')).status).toBe(200);

    const stale = await approve(id, letter.version);
    expect([stale.status, stale.body.detail]).toEqual([
      412,
      'The letter was changed since you read it. Look at it again before you approve it.',
    ]);
    const { version } = await letterOf(id);
    expect((await approve(id, version)).status).toBe(200);
    await settle(play);
    expect(await letterOf(id)).toMatchObject({ state: 'rendered', version, approvedVersion: version });
  }, 180_000);

  it('is refused while something is still to be completed, and given once the letter is edited', async () => {
    const id = await toReview({ billingName: undefined });
    const { status, body } = await approve(id);
    expect([status, body.detail]).toEqual([
      409,
      expect.stringContaining('(Billing provider) is still to be completed.'),
    ]);
    const letter = await letterOf(id);
    const filled = letter.body.replaceAll('[to be completed]', 'Northgate Surgery');
    const saved = await play.specialist.request(
      ...(['PUT', `/documents/${letter.id}`, { body: filled }, { 'if-match': `"${letter.version}"` }] as const),
    );
    expect([saved.status, (await approve(id)).status]).toEqual([200, 200]);
  }, 180_000);

  it('carries the names that were typed, and the day where the organization is', async () => {
    const id = await toReview({ billingName: 'Northgate Surgery', renderingName: 'Dr. Łukasz Nguyễn' });
    const { body } = await letterOf(id);
    expect(body).toContain('Billing provider: Northgate Surgery,');
    expect(body).toContain('Rendering provider: Dr. Łukasz Nguyễn');
    expect(body).not.toContain('[to be completed]');
    expect(body.split('\n')[0]).toBe(dayOf(await play.time.now()));
  }, 180_000);
});
