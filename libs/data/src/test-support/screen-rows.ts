import { CLOCK_ROWS } from '@overturn/domain/clocks/clock-rows';
import { rulesInForce } from '@overturn/domain/rules/rules-in-force';
import type { ScreenRows } from '../denials/screen-rows.ts';

const DENIAL: ScreenRows['denial'] = {
  class: 'out-of-network',
  confidence: 'high',
  standing: 'provider',
  planType: null,
  regime: null,
  state: null,
  noticeOn: '2026-11-12',
  wording: null,
  networkStatus: {},
  amountCents: 418_000,
  payer: 'NAME:aster health',
  path: null,
  stage: 'choose-path',
  safeDueOn: '2027-01-04',
  filingState: 'running',
  observedHolidays: true,
  timeZone: 'America/New_York',
};
const CLAIM: NonNullable<ScreenRows['claim']> = {
  isFromRemittance: true,
  claimStatus: '1',
  filingIndicator: null,
  paidCents: 0,
  billingNpi: '1234567893',
  renderingNpi: null,
  renderingTaxonomy: null,
  facilityNpi: null,
  placeOfService: null,
  serviceFrom: '2026-10-01',
  remarks: [],
};
interface Changes extends Partial<Omit<ScreenRows, 'denial' | 'claim'>> {
  denial?: Partial<ScreenRows['denial']>;
  claim?: Partial<typeof CLAIM>;
}

/** The rows of a plain out-of-network denial; `changes` say what is different. */
export const screenRows = ({ denial, claim, ...changes }: Changes = {}): ScreenRows => ({
  denial: { ...DENIAL, ...denial },
  claim: { ...CLAIM, ...claim },
  lines: [{ ordinal: 1, procedure: '63030', remarks: [] }],
  adjustments: [{ group: 'CO', carc: '242', amountCents: 418_000, line: 1 }],
  evidence: [],
  packets: [],
  responses: [],
  appeals: [],
  answers: [],
  owed: [],
  told: {},
  payerRules: [],
  ...changes,
});

/** What a network verification wrote. */
export const verifiedAs = (outcome: string, more: Record<string, unknown> = {}): Changes => ({
  denial: { networkStatus: { outcome, source: 'directory', checkedOn: '2026-11-20', ...more } },
});

/** The rules of an organization that has changed none. */
export const SHIPPED_RULES = rulesInForce(CLOCK_ROWS, { observedHolidays: true, extraMarginDays: 0, closures: [] });
