import type { DenialView } from '@overturn/contracts';
import { type RegimeId, regimeRow } from '@overturn/domain';
import type { ReactNode } from 'react';
import { LawDate } from '../time/law-date.tsx';
import { Pill, type Tone } from '../ui/pill.tsx';
import surface from '../ui/surface.module.css';
import { NETWORK_STATUSES } from '@overturn/domain/tasks/fields';
import styles from './denial-page.module.css';

const STANDING: Record<string, string> = {
  provider: 'Provider',
  member: 'Member',
  both: 'Provider and member',
  unknown: 'Not known yet',
};
const LEVEL: Record<string, string> = {
  'in-network': 'In-network',
  'out-of-network': 'Out-of-network',
  other: 'Another level',
  'not-said': 'Not said',
};
const TONES: Record<string, Tone> = { in: 'good', out: 'bad' };
const none = (words = 'not known') => <span className="quiet">{words}</span>;

/** What is on record. Not known, not yet and none look different from a value. */
export function FactsCard({ denial: { facts, payerClaimNumber, lacks } }: { denial: DenialView }) {
  const network = (part: string) => {
    const found = NETWORK_STATUSES.find(({ value }) => value === facts.networkStatus[`${part}Status`]);
    return found && <Pill tone={TONES[found.value] ?? 'plain'}>{found.label}</Pill>;
  };
  const regime = facts.regimeSettled ? (
    regimeRow(facts.regime as RegimeId).label
  ) : (
    <>
      Not settled{facts.likelyRegime && `, likely ${regimeRow(facts.likelyRegime as RegimeId).label}`}{' '}
      <Pill tone="warn">assumed</Pill>
    </>
  );
  const rows: { label: string; value: ReactNode }[] = [
    { label: 'Regime', value: regime },
    { label: 'Plan', value: facts.planType ? facts.planType.toUpperCase() : none() },
    { label: 'Standing', value: STANDING[facts.standing] ?? facts.standing },
    { label: 'Notice', value: <LawDate on={facts.noticeOn} long /> },
    { label: 'Received', value: <LawDate on={facts.receivedOn} long /> },
    { label: 'Printed deadline', value: <LawDate on={facts.printedDeadlineOn} long none="none printed" /> },
    { label: 'Deadline in the plan document', value: <LawDate on={facts.planDeadlineOn} long none="not known" /> },
    {
      label: 'Facility',
      value: (
        <>
          {facts.facilityName ?? facts.facilityNpi ?? none()} {network('facility')}
        </>
      ),
    },
    {
      label: 'Rendering',
      value: (
        <>
          {facts.renderingName ?? facts.renderingNpi ?? none()} {network('rendering')}
        </>
      ),
    },
    {
      label: 'Billing NPI',
      value: (
        <>
          {facts.billingNpi ?? none()} {network('billing')}
        </>
      ),
    },
    { label: 'Tax ID', value: facts.taxId ?? none() },
    { label: 'Diagnoses', value: facts.diagnoses.join(', ') || none() },
    { label: 'Place', value: facts.placeOfService ?? none() },
    { label: 'Payer’s number', value: payerClaimNumber ?? none() },
    {
      label: 'Asked level',
      value: facts.benefitLevelRequested ? LEVEL[facts.benefitLevelRequested] : none('not asked yet'),
    },
    { label: 'Granted', value: facts.benefitLevelGranted ? LEVEL[facts.benefitLevelGranted] : none('not yet') },
  ];
  return (
    <section className={surface.card} aria-labelledby="facts-title">
      <h2 id="facts-title">Facts</h2>
      <dl className={styles.facts}>
        {rows.map(({ label, value }) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {facts.wording && <blockquote className={styles.wording}>{facts.wording}</blockquote>}
      {lacks.length > 0 && (
        <div>
          <h3>Before a packet may go out</h3>
          <ul className={surface.bullets}>
            {lacks.map((lack) => (
              <li key={lack}>{lack}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
