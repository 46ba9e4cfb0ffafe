import type { DenialView, TaskView } from '@overturn/contracts';
import type { TaskKind } from '@overturn/domain';
import { until } from './chaos-ground.ts';
import type { ChaosGround } from './chaos-ground.ts';
import { letterBody, openLetter, YESTERDAY } from './letters.ts';
import { persist } from './persistent.ts';
import { PLANTED, plantedRemittance } from './planted.ts';

const { letter } = PLANTED;
const OF_FILE = `${PLANTED.firstName} ${PLANTED.lastName}, ${PLANTED.memberId}, ${PLANTED.claimNumber}`;
const OF_LETTER = `${letter.firstName} ${letter.lastName}, ${letter.memberId}, ${letter.claimNumber}`;
const CLAIMS = 6;

/** A full run in which everybody writes the patient's name wherever a person can write one, and things go wrong on the way. */
export async function playWithPlanted(ground: ChaosGround): Promise<void> {
  const imported = await importPlanted(ground);
  await lookUp(ground, imported);
  await workOnImported(ground, imported);
  const typed = await typeLetter(ground);
  await workOnTyped(ground, typed);
  await goWrong(ground, typed);
}

async function importPlanted(ground: ChaosGround): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([plantedRemittance(CLAIMS)]), `${PLANTED.lastName}.835`);
  await ask(ground, 'POST', '/remittances', form);
  await ground.untilNone('the import is read', "select from remittance where state <> 'imported'");
  const other = new FormData();
  other.append('file', new Blob([`A page about ${OF_FILE}, and no remittance`]), `${PLANTED.lastName}.txt`);
  await ask(ground, 'POST', '/remittances', other);
  await ground.untilNone('the page is refused', "select from remittance where state not in ('imported', 'failed')");
  const { id } = await ground.row<{ id: string }>(
    "select id from denial where source = 'remittance' order by id limit 1",
  );
  return id;
}

/** Search by everything that can be searched, and the patient opened with a reason that names them. */
async function lookUp(ground: ChaosGround, denialId: string): Promise<void> {
  for (const query of [PLANTED.lastName, PLANTED.memberId, `${PLANTED.claimNumber.slice(0, -1)}`])
    await ask(ground, 'POST', '/search', { query });
  await ask(ground, 'POST', `/denials/${denialId}/patient`, { reason: `${OF_FILE} called` });
  const { claimNumber } = (await ask(ground, 'GET', `/denials/${denialId}`)) as unknown as DenialView;
  await ask(ground, 'POST', '/claims', { claimNumber, diagnoses: ['M54.50'], placeOfService: '22' });
}

async function workOnImported(ground: ChaosGround, id: string): Promise<void> {
  const seen = { source: 'payer-call', checkedOn: YESTERDAY, reference: `call about ${OF_FILE}` };
  await complete(ground, id, 'verify-network', 'in-network', { ...seen, lineNote: OF_FILE, networkRule: OF_FILE });
  await complete(ground, id, 'fix-claim', 'cannot-be-corrected', { reason: `${OF_FILE} has moved` });
  await ask(ground, 'POST', `/denials/${id}/commands`, { kind: 'withdraw', reason: `${OF_FILE} asked us to` });
  await ground.untilNone('the withdrawal is decided', "select from command where state = 'queued'");
}

/** The same letter twice: the second time it is there already. */
async function typeLetter(ground: ChaosGround): Promise<string> {
  const patient = { patientFirstName: letter.firstName, patientLastName: letter.lastName, memberId: letter.memberId };
  const wording = `We deny the claim of ${OF_LETTER}: out of network.`;
  const body = letterBody(letter.claimNumber, { ...patient, payerClaimNumber: letter.payerClaimNumber, wording });
  const id = await openLetter(ground, body);
  const again = await persist(ground.machine.staff, 'POST', '/denials', body);
  if (again.status !== 409) throw new Error(`The same letter again was answered with ${again.status}.`);
  return id;
}

async function workOnTyped(ground: ChaosGround, id: string): Promise<void> {
  const note = `spoke with ${OF_LETTER} ≥ 3 times, in Łódź`;
  const facts = { wording: `The claim of ${OF_LETTER} is denied: out of network.` };
  await ask(ground, 'POST', `/denials/${id}/commands`, { kind: 'change-fact', facts });
  await complete(ground, id, 'verify-network', 'out-of-network', {
    source: 'directory',
    checkedOn: YESTERDAY,
    lineNote: note,
  });
  await complete(ground, id, 'choose-path', 'confirmed');
  const file = await uploadEvidence(ground, id);
  await complete(ground, id, 'gather-directory-proof', 'captured', { capturedOn: YESTERDAY, note, document: [file] });
  await complete(ground, id, 'gather-referral-records', 'does-not-exist', { reason: note });
  await complete(ground, id, 'gather-network-communications', 'does-not-exist', { reason: note });
  await editLetter(ground, id, note);
  await complete(ground, id, 'review-packet', 'approved');
  await complete(ground, id, 'send-packet', 'sent', { sentOn: YESTERDAY, channel: 'fax', proofNumber: 'FAX-1' });
  await ground.untilNone(
    'the packet is sent',
    "select from document where kind = 'exception-request' and state <> 'sent'",
  );
  const answer = { outcome: 'denied', wording: `No exception for ${OF_LETTER}.`, reference: letter.claimNumber };
  await ask(ground, 'POST', `/denials/${id}/responses`, {
    externalId: `answer-${id}`,
    answeredOn: YESTERDAY,
    ...answer,
  });
  await complete(ground, id, 'draft-appeal', 'drafted', {
    standing: 'provider',
    argument: `${OF_LETTER} had no choice.`,
  });
}

async function editLetter(ground: ChaosGround, denialId: string, note: string): Promise<void> {
  await ground.untilNone(
    'the letter is drafted',
    'select from denial d where id = $1 and not exists (select from document where denial_id = d.id)',
    [denialId],
  );
  const { id } = await ground.row<{ id: string }>('select id from document where denial_id = $1', [denialId]);
  const { staff } = ground.machine;
  const drafted = await staff.request('GET', `/documents/${id}`);
  const { body } = (await drafted.json()) as { body: string };
  const edited = { title: `For ${OF_LETTER}`, body: `${body}\n\n${note}` };
  const saved = await persist(staff, 'PUT', `/documents/${id}`, edited, { 'if-match': drafted.headers.get('etag')! });
  if (saved.status !== 200) throw new Error(`The letter was not saved: ${JSON.stringify(saved.body)}`);
}

async function uploadEvidence(ground: ChaosGround, denialId: string): Promise<string> {
  const form = new FormData();
  form.append('denialId', denialId);
  form.append('file', new Blob([`A page about ${OF_LETTER}`]), `${letter.lastName} directory.txt`);
  return String((await ask(ground, 'POST', '/files', form))['id']);
}

/** Refused and failing requests are told to logs: they must say it without the patient. */
async function goWrong(ground: ChaosGround, denialId: string): Promise<void> {
  const { staff } = ground.machine;
  await staff.request('POST', '/denials', { source: 'letter', claimNumber: letter.claimNumber, noticeOn: OF_LETTER });
  await staff.request('POST', '/tasks/next', `{"broken": "${OF_LETTER}`);
  await staff.request('GET', `/denials?query=${encodeURIComponent(OF_LETTER)}`);
  await staff.request('GET', `/patients/${encodeURIComponent(letter.lastName)}`);
  await ground.product.kill('postgres');
  await staff.request('POST', '/search', { query: letter.lastName });
  await staff.request('POST', `/denials/${denialId}/patient`, { reason: OF_LETTER });
  await ground.product.restart('postgres');
  await ask(ground, 'GET', `/denials/${denialId}`);
}

async function ask(ground: ChaosGround, ...request: [string, string, unknown?]): Promise<Record<string, unknown>> {
  const { status, body } = await persist(ground.machine.staff, ...request);
  if (status >= 400) throw new Error(`${request[1]} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** By the key, whose answers are handed on at once. */
async function complete(
  ground: ChaosGround,
  denialId: string,
  kind: TaskKind,
  outcome: string,
  answer: object = {},
): Promise<void> {
  let task: TaskView | undefined;
  await until(`${kind} is asked`, async () => {
    const { items } = await ask(ground, 'GET', `/tasks?denialId=${denialId}&limit=50`);
    task = (items as TaskView[]).find((one) => one.kind === kind && one.state === 'open');
    return task !== undefined;
  });
  await ask(ground, 'POST', `/tasks/${task!.id}/complete`, { outcome, answer });
}
