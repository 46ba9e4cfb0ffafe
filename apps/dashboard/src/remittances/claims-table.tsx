import { Button } from '@mantine/core';
import type { ClaimView } from '@overturn/contracts';
import { denialClassRow, type DenialClass } from '@overturn/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LinesTab } from '../denial/lines-tab.tsx';
import { moneyWords } from '../money/money.ts';
import { LawDate } from '../time/law-date.tsx';
import { Pill } from '../ui/pill.tsx';
import { ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import { OpenByHand } from './open-by-hand.tsx';
import { claimsQuery } from './remittance-queries.ts';
import styles from './remittances.module.css';

/** Every claim that was read, a denial or not; each opens to its lines and codes. */
export function ClaimsTable({ remittanceId }: { remittanceId: string }) {
  const query = useInfiniteQuery(claimsQuery(remittanceId));
  const claims = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <RowsSkeleton rows={5} />;
  if (query.isError) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <section className={styles.card} aria-labelledby="claims-title">
      <h2 id="claims-title">Claims read</h2>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label="Claims, to scroll">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">Patient</th>
              <th scope="col">Service</th>
              <th scope="col" className={styles.number}>
                Charged
              </th>
              <th scope="col" className={styles.number}>
                Paid
              </th>
              <th scope="col">Class</th>
              <th scope="col">Denial</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <ClaimRows key={claim.id} claim={claim} />
            ))}
          </tbody>
        </table>
      </div>
      {query.hasNextPage && (
        <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          More claims
        </Button>
      )}
    </section>
  );
}

function ClaimRows({ claim }: { claim: ClaimView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <tr>
        <td>
          <button type="button" className={styles.opener} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {claim.claimNumber}
          </button>
        </td>
        <td>
          {claim.patient} <span className="quiet">{claim.member}</span>
        </td>
        <td>
          <LawDate on={claim.serviceFrom} />
        </td>
        <td className={styles.number}>{moneyWords(claim.charged)}</td>
        <td className={styles.number}>{moneyWords(claim.paid)}</td>
        <td>
          {denialClassRow(claim.class as DenialClass)?.label ?? claim.class}
          {!claim.balanced && (
            <>
              {' '}
              <Pill tone="warn">off by {moneyWords(claim.balance)}</Pill>
            </>
          )}
        </td>
        <td>
          {claim.denialId ? (
            <Link to="/denials/$denialId" params={{ denialId: claim.denialId }}>
              Open the denial
            </Link>
          ) : (
            <OpenByHand claimId={claim.id} />
          )}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={7} className={styles.inside}>
            <LinesTab lines={claim.lines} claim={claim} />
          </td>
        </tr>
      )}
    </>
  );
}
