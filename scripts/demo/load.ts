/** Fills the demo organization through the API, as its people and a remittance feed would; safe to cut off and to repeat. */
import { CLAIMS } from './claims.ts';
import { claimNumberOf } from './claim-content.ts';
import { Days } from './days.ts';
import { Refused } from './desk.ts';
import { amend, importAll, typeLetters } from './intake.ts';
import { LETTERS } from './letters.ts';
import { makeOrganization, signInAll } from './organization.ts';
import type { DemoAccess } from './organization.ts';
import { writePayerRows } from './payer-rows.ts';
import { ROADS } from './roads.ts';
import { NeverCame } from './wait.ts';
import { walk } from './walk.ts';
import type { Walk } from './walk.ts';

interface DemoAsked extends DemoAccess {
  /** Instant of the first load: a load that goes on later keeps its dates. */
  startedAt: string;
  isStopped?: () => boolean;
  onProgress?: (done: number, of: number) => void;
}

export interface DemoLoaded {
  organizationId: string;
  denials: number;
  /** Roads that came to no end, one sentence each. */
  failures: string[];
}

/** So many denials move at once: enough to keep the engine busy, few enough that the page answers. */
const LANES = 5;

/** Loads everything, or what is left of it. Throws when the product is not there, or refuses the intake itself. */
export async function loadDemo(asked: DemoAsked): Promise<DemoLoaded> {
  const { startedAt, isStopped = () => false, onProgress = () => undefined } = asked;
  const days = new Days(startedAt);
  const organizationId = await makeOrganization(asked);
  const desks = await signInAll(asked);
  await writePayerRows(desks.dana, days);
  const denialIds = await importAll(desks.dana, days, isStopped);
  await typeLetters(desks, days);

  const failures: string[] = [];
  const waiting = CLAIMS.toSorted((a, b) => ROADS[b.road].length - ROADS[a.road].length); // else the longest ends alone
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let row = waiting.shift(); row && !isStopped(); row = waiting.shift()) {
      const denialId = denialIds.get(claimNumberOf(row, days.noticeOn(row.notice)));
      const fail = (error: unknown): unknown => failures.push(sentenceOf(error));
      if (denialId) await walkOne({ row, denialId, days, desks, isStopped }).catch(fail);
      else failures.push(`The remittance of claim ${row.tail} opened no denial.`);
      onProgress((done += 1), CLAIMS.length);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return { organizationId, denials: denialIds.size + LETTERS.length, failures };
}

async function walkOne(asked: Walk): Promise<void> {
  await amend(asked.desks.dana, asked.row, asked.days);
  await walk(asked);
}

/** What the product refused, or never did, is told; anything else ends the load: it goes on at the next start. */
function sentenceOf(error: unknown): string {
  if (error instanceof Refused || error instanceof NeverCame) return error.message;
  throw error;
}
