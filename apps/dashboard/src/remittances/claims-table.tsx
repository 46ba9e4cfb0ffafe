import type { ClaimView } from '@overturn/contracts';
import { denialClassRow, type DenialClass } from '@overturn/domain';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { LinesTab } from '../denial/lines-tab.tsx';
import { moneyWords } from '../money/money.ts';
import { LawDate } from '../time/law-date.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Pill } from '../ui/pill.tsx';
import { ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { MoreButton } from '../ui/more-button.tsx';
import { OpenByHand } from './open-by-hand.tsx';
import { claimsQuery } from './remittance-queries.ts';
import styles from './remittances.module.css';

const COLUMNS: readonly Column<ClaimView>[] = [
  {
    label: 'Patient',
    cell: ({ patient, member }) => (
      <>
        {patient} {member && <span className="quiet">member …{member.replace('…', '')}</span>}
      </>
    ),
  },
  { label: 'Service', cell: ({ serviceFrom }) => <LawDate on={serviceFrom} /> },
  { label: 'Charged', isNumber: true, cell: ({ charged }) => moneyWords(charged) },
  { label: 'Paid', isNumber: true, cell: ({ paid }) => moneyWords(paid) },
  {
    label: 'Class',
    cell: (claim) => (
      <>
        {denialClassRow(claim.class as DenialClass)?.label ?? claim.class}{' '}
        {!claim.balanced && <Pill tone="warn">off by {moneyWords(claim.balance)}</Pill>}
      </>
    ),
  },
  {
    label: 'Denial',
    cell: ({ id, denialId }) =>
      denialId ? (
        <Link to="/denials/$denialId" params={{ denialId }}>
          Open the denial
        </Link>
      ) : (
        <OpenByHand claimId={id} />
      ),
  },
];

/** Every claim that was read, a denial or not; each opens to its lines and codes. */
export function ClaimsTable({ remittanceId }: { remittanceId: string }) {
  const query = useInfiniteQuery(claimsQuery(remittanceId));
  const claims = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpened((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  if (query.isPending) return <RowsSkeleton rows={5} />;
  if (query.isError) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  const number: Column<ClaimView> = {
    label: 'Claim',
    cell: ({ id, claimNumber }) => (
      <button type="button" className={styles.opener} aria-expanded={opened.has(id)} onClick={() => toggle(id)}>
        {claimNumber || 'no number'}
      </button>
    ),
  };
  return (
    <section className={surface.card} aria-labelledby="claims-title">
      <h2 id="claims-title">Claims read</h2>
      <DataTable
        label="Claims, to scroll"
        columns={[number, ...COLUMNS]}
        rows={claims}
        keyOf={({ id }) => id}
        inside={(claim) => opened.has(claim.id) && <LinesTab lines={claim.lines} claim={claim} />}
      />
      <MoreButton query={query}>More claims</MoreButton>
    </section>
  );
}
