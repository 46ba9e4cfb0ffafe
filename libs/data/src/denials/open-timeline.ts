import { sayDate } from '@overturn/domain/dates/iso-date';
import type { FilingPurpose, OpeningDeadline } from './open-dates.ts';
import type { DenialFacts } from './open-facts.ts';

export interface OpeningEntry {
  code: string;
  sentence: string;
  citation: string | null;
}

const FROM: Record<DenialFacts['source'], string> = {
  remittance: 'a remittance',
  letter: 'a letter',
  'pre-service': 'a pre-service request',
};
const WHAT = {
  appeal: 'The appeal',
  'open-negotiation': 'The open-negotiation notice',
  'contract-dispute': 'The provider dispute under the contract',
} as const satisfies Record<FilingPurpose, string>;

/** What the timeline says of an opening, first things first. No word of a patient. */
export function openingEntries(facts: DenialFacts, dates: readonly OpeningDeadline[]): OpeningEntry[] {
  const entries: OpeningEntry[] = [
    {
      code: 'opened',
      sentence: `Opened from ${FROM[facts.source]}. ${facts.classReasons[0] ?? ''}`.trim(),
      citation: null,
    },
    ...dates.map(dateEntry),
  ];
  if (dates.length === 0)
    entries.push({
      code: 'notice-date-missing',
      sentence: 'No date of the notice is known, so no filing date can be counted: a person must enter it.',
      citation: null,
    });
  if (facts.suspicion) entries.push({ code: 'suspicion', sentence: facts.suspicion, citation: null });
  return entries;
}

function dateEntry({ purpose, deadline, isPast }: OpeningDeadline): OpeningEntry {
  const { legalDue, safeDue, assumed, citation } = deadline;
  const said = isPast
    ? `${WHAT[purpose]} was due on ${sayDate(legalDue)}, before this came in: a person must confirm the date, and no alerts run until then.`
    : `${WHAT[purpose]} must be filed by ${sayDate(safeDue)}; the legal date is ${sayDate(legalDue)}.`;
  return {
    code: isPast ? 'missed-before-intake' : 'filing-date',
    sentence: assumed && !isPast ? `${said} Assumed until what it counts from is settled.` : said,
    citation,
  };
}
