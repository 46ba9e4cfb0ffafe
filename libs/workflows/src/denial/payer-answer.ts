import type { FollowUps, Instant, Op } from '../activities.ts';
import type { Regards } from '../messages.ts';
import type { Handling, PayerAnswer } from './case-state.ts';
import type { Case } from './case.ts';
import { isPast } from './case.ts';

interface FollowUp {
  key: string;
  why: 'acknowledgement' | 'chase';
  at: Instant;
}

/**
 * Waits for the payer: acknowledgement, chases on their cadence, its decision date; silence after it is an answer too. The
 * answer stays in `handling` until the step has done what follows from it: a next run takes it up where the one before left.
 */
export async function awaitPayer(
  denial: Case,
  regards: Regards,
  enough: () => boolean = () => false,
): Promise<Handling> {
  // the proof and the step are written before anyone waits: dates of a sending before would count as silence
  await denial.flush();
  for (;;) {
    if (denial.state.handling) return denial.state.handling;
    const heard = takeAnswer(denial, regards);
    if (heard === 'to-record')
      await denial.open([{ kind: 'record-response', key: recordKey(denial, regards), why: regards }]);
    else if (heard) return leave(denial, regards, heard);
    if (enough()) return leave(denial, regards, 'enough');
    const followUps = denial.state.facts.followUps[regards];
    const news = () => hasNews(denial, regards) || enough() || isMoved(denial, regards, followUps);
    if (!followUps || denial.isOpen(recordKey(denial, regards))) {
      await denial.wait(news);
      continue;
    }
    if (isSilent(denial, regards, followUps)) {
      denial.state.done.push(`silent/${regards}/${followUps.sending}/${1 + timesSilent(denial, regards, followUps)}`);
      return leave(denial, regards, 'silent');
    }
    await askDue(denial, regards, followUps);
    const instants = [...upcoming(denial, regards, followUps).map(({ at }) => at), followUps.silentAt];
    await denial.wait(news, instants.filter((at) => !isPast(at)).sort()[0]);
  }
}

function schedule(denial: Case, regards: Regards, followUps: FollowUps): FollowUp[] {
  const { sending, acknowledgeAt, chaseAt, silentAt } = followUps;
  const chase = { why: 'chase' as const };
  return [
    { key: `chase/${regards}/${sending}/acknowledgement`, why: 'acknowledgement', at: acknowledgeAt },
    ...chaseAt.map((at, index) => ({ ...chase, key: `chase/${regards}/${sending}/${index + 1}`, at })),
    ...(timesSilent(denial, regards, followUps) > 0
      ? [{ ...chase, key: chaseAfterSilence(denial, regards, followUps), at: silentAt }]
      : []),
  ];
}

const upcoming = (denial: Case, regards: Regards, followUps: FollowUps): FollowUp[] =>
  schedule(denial, regards, followUps).filter(({ key }) => !denial.state.done.includes(key));

const timesSilent = (denial: Case, regards: Regards, { sending }: FollowUps): number =>
  denial.count(`silent/${regards}/${sending}/`);

const chaseAfterSilence = (denial: Case, regards: Regards, followUps: FollowUps): string =>
  `chase/${regards}/${followUps.sending}/after-silence-${timesSilent(denial, regards, followUps)}`;

/** Whoever goes on waiting after silence has the payer asked once more before it counts as silence again. */
const isSilent = (denial: Case, regards: Regards, followUps: FollowUps): boolean =>
  isPast(followUps.silentAt) &&
  (timesSilent(denial, regards, followUps) === 0 ||
    denial.state.done.includes(`${chaseAfterSilence(denial, regards, followUps)}/heard`));

const chaseKeys = (denial: Case, regards: Regards, of: object): string[] =>
  Object.keys(of).filter((key) => key.startsWith(`chase/${regards}/`) && !denial.state.done.includes(`${key}/heard`));

/** A record of a response is asked again once the one before was heard. */
const recordKey = (denial: Case, regards: Regards): string => {
  const heard = denial.count(`heard/record-response/${regards}/`);
  return `record-response/${regards}/${heard + 1}`;
};

/** Opens the chase that is due, one at a time; those that an acknowledgement or an open chase makes needless are passed over. */
async function askDue(denial: Case, regards: Regards, followUps: FollowUps): Promise<void> {
  const due = upcoming(denial, regards, followUps).filter(({ at }) => isPast(at));
  const last = due.at(-1);
  if (!last) return;
  denial.state.done.push(...due.map(({ key }) => key));
  const acknowledged = last.why === 'acknowledgement' && denial.state.acknowledged.includes(regards);
  if (acknowledged || chaseKeys(denial, regards, denial.state.open).length > 0) return;
  await denial.open([{ kind: 'chase-payer', key: last.key, why: last.why }]);
}

/** A sending, a delivery or a fact changed its dates. */
const isMoved = (denial: Case, regards: Regards, before: FollowUps | undefined): boolean =>
  JSON.stringify(denial.state.facts.followUps[regards]) !== JSON.stringify(before);

const hasNews = (denial: Case, regards: Regards): boolean =>
  denial.state.responses[regards] !== undefined ||
  denial.answer(recordKey(denial, regards)) !== undefined ||
  chaseKeys(denial, regards, denial.state.answers).length > 0;

/** What the payer answered, if it has: arrived in the inbox, recorded by staff, or learned from a chase. */
function takeAnswer(denial: Case, regards: Regards): PayerAnswer | 'to-record' | undefined {
  const arrived = denial.state.responses[regards];
  delete denial.state.responses[regards];
  if (arrived && arrived !== 'acknowledged') return arrived;
  const key = recordKey(denial, regards);
  const recorded = denial.answer(key);
  if (recorded) {
    denial.state.done.push(`heard/${key}`);
    return recorded.outcome as PayerAnswer;
  }
  return learnedFromChases(denial, regards);
}

function learnedFromChases(denial: Case, regards: Regards): 'lost' | 'to-record' | undefined {
  const outcomes = chaseKeys(denial, regards, denial.state.answers).map((key) => {
    denial.state.done.push(`${key}/heard`);
    return denial.answer(key)?.outcome;
  });
  if (outcomes.includes('lost')) return 'lost';
  return outcomes.includes('answered') ? 'to-record' : undefined;
}

/** Ends the wait: what was still asked about it is withdrawn. */
async function leave(denial: Case, regards: Regards, answer: PayerAnswer): Promise<Handling> {
  const about = `${regards}/${1 + denial.count(`answered/${regards}/`)}`;
  const handling = { answer, about };
  denial.state.done.push(`answered/${about}`);
  denial.state.handling = handling;
  denial.state.said[regards] = answer;
  const records = Object.keys(denial.state.open).filter((key) => key.startsWith(`record-response/${regards}/`));
  await denial.write(
    { op: 'note', code: `payer-${answer}`, values: { regards } },
    ...[...chaseKeys(denial, regards, denial.state.open), ...records].map((key): Op => ({
      op: 'cancel-task',
      key,
      why: 'no-longer-needed',
    })),
  );
  return handling;
}
