import { expect, it } from '@jest/globals';
import { CLOCK_ROWS, clockRows } from '../clocks/clock-rows.ts';
import { filingDeadline } from '../clocks/filing-deadline.ts';
import { REGIMES } from '../regime/regimes.ts';
import { withOwnRows } from '../triage/own-rows.ts';
import { facts } from '../triage/test-support/codes.ts';
import { triageDenial } from '../triage/triage-denial.ts';
import { screenPaths, SHIPPED_SCREEN } from './screen-paths.ts';
import { OUT } from './test-support/screen-facts.ts';

const RAILROAD = { regime: 'railroad', label: 'Railroad plan', files: ['railroad.appeal.file'], noSurprises: false };
const CLOCK = { ...clockRows('medicaid.appeal.file')[0]!, id: 'railroad.appeal.file', regime: 'railroad', amount: 45 };
const PAYER = { payer: 'RAIL:1', verifiedOn: '2026-06-01', minimumContacts: 3, askedBy: ['member'] as const };

it('a new code, payer and regime are rows: class, path, who may ask and filing date follow', () => {
  const own = withOwnRows({
    carcs: [{ carc: 'Z9', label: 'a code of tomorrow', class: 'narrow-network' }],
    regimes: [RAILROAD],
  });
  const triage = triageDenial(facts(['PR-Z9']), own);
  expect(triage).toMatchObject({ class: 'narrow-network', opens: true, toClassify: [] });

  const { proposed } = screenPaths(
    { ...OUT, class: triage.class, payer: 'RAIL:1' },
    { ...SHIPPED_SCREEN, payers: [PAYER] },
  );
  expect(proposed).toMatchObject({ path: 'access-gap', whoMayAsk: { askers: ['member'], needsForm: true } });
  expect(proposed.proofs).toContainEqual(expect.objectContaining({ proof: 'contacts', needed: 3 }));

  const { deadline } = filingDeadline(
    { noticeOn: '2026-11-12', remarks: [], settledRegime: 'railroad' },
    { timeZone: 'America/Chicago' },
    { rows: [...CLOCK_ROWS, CLOCK], rarcs: own.rarcs, regimes: [...REGIMES, RAILROAD] },
  );
  expect(deadline).toMatchObject({ rowId: 'railroad.appeal.file', legalDue: '2026-12-27', assumed: false });
});
