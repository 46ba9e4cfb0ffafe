/** What the invented payers want, as the organization has written it down: nobody's numbers, addresses and manuals. */
import type { PayerRuleBody } from '@overturn/contracts';
import type { Days } from './days.ts';
import type { Desk } from './desk.ts';
import { PAYERS } from './who.ts';
import type { PayerKey } from './who.ts';

type Says = Omit<PayerRuleBody, 'payer' | 'source' | 'verifiedOn'> & { purpose: NonNullable<PayerRuleBody['purpose']> };
interface DemoRow {
  payer: PayerKey;
  says: Says;
  source: string;
  verifiedDaysAgo: number;
}
const row = (payer: PayerKey, source: string, verifiedDaysAgo: number, says: Says): DemoRow => ({
  ...{ payer, source: `${source} (invented)`, verifiedDaysAgo, says },
});

const PORTAL = 'https://provider.aster.example';
const ROWS: readonly DemoRow[] = [
  row('aster', 'Provider manual 2026, p. 14', 40, {
    purpose: 'exception',
    ...{ channel: 'portal', mode: 'assisted', address: `${PORTAL}/network-exceptions` },
    documents: ['directory-proof', 'network-communications'],
    ...{ minimumContacts: 3, facilityApart: true, decisionDays: 30, closures: ['2026-12-24', '2026-12-31'] },
  }),
  row('aster', 'Provider manual 2026, p. 31', 40, {
    purpose: 'appeal-1',
    ...{ channel: 'mail', mode: 'manual', address: 'Aster Health Appeals, PO Box 4100, Fairhaven, OH 43004' },
    ...{ filingDays: 180, decisionDays: 60, levels: 2 },
  }),
  row('aster', 'Provider manual 2026, p. 22', 40, {
    purpose: 'correction',
    ...{ channel: 'portal', mode: 'assisted', address: `${PORTAL}/claims` },
    filingDays: 365,
  }),
  row('aster', 'Call of the desk, reference AST-20417', 95, {
    purpose: 'status',
    ...{ channel: 'phone', mode: 'manual', address: '614-555-0141' },
  }),

  row('corvus', 'Network exception form, revision 3', 12, {
    purpose: 'exception',
    ...{ channel: 'fax', mode: 'assisted', address: '216-555-0172' },
    ...{ fields: ['renderingNpi'], documents: ['directory-proof'], minimumContacts: 2, decisionDays: 45 },
  }),
  row('corvus', 'Network exception form, revision 3, New Jersey rider', 12, {
    purpose: 'exception',
    state: 'NJ',
    ...{ minimumContacts: 4, decisionDays: 20 },
  }),
  row('corvus', 'Provider guide 2026, section 7', 70, {
    purpose: 'appeal-1',
    ...{ channel: 'fax', mode: 'assisted', address: '216-555-0190', filingDays: 90, levels: 1 },
  }),
  row('corvus', 'Provider guide 2026, section 5', 70, {
    purpose: 'correction',
    ...{ channel: 'mail', mode: 'manual', address: 'Corvus Mutual Claims, 12 Harrow Lane, Millbrook, PA 19000' },
    filingDays: 180,
  }),

  row('lumen', 'Letter of the plan to the desk', 55, {
    purpose: 'exception',
    ...{ channel: 'fax', mode: 'assisted', address: '313-555-0118', minimumContacts: 3 },
  }),
  row('lumen', 'Plan website, page “Payment disputes”', 55, {
    purpose: 'appeal-1',
    ...{ channel: 'mail', mode: 'manual', address: 'Lumen Care Appeals, PO Box 77, Eastmere, MI 48201' },
    decisionDays: 60,
  }),
  row('lumen', 'Call of the desk, reference LUM-88', 420, {
    purpose: 'status',
    ...{ channel: 'phone', mode: 'manual', address: '313-555-0164' },
  }),
];

/** Each once, however often it is asked for. */
export async function writePayerRows(desk: Desk, days: Days): Promise<void> {
  for (const { payer, says, source, verifiedDaysAgo } of ROWS) {
    const body = { payer: `N104:${PAYERS[payer].planId}`, ...says, source, verifiedOn: days.ago(verifiedDaysAgo) };
    await desk.post('/payer-rules', body, `demo/payer-row/${payer}/${says.purpose}/${says.state ?? ''}`);
  }
}
