import type { ClaimLineView } from '@overturn/contracts';
import { denialClassRow, type DenialClass } from '@overturn/domain';
import { moneyWords } from '../money/money.ts';
import { type Column, DataTable } from '../ui/data-table.tsx';
import surface from '../ui/surface.module.css';

const COLUMNS: readonly Column<ClaimLineView>[] = [
  { label: 'Line', cell: ({ ordinal }) => ordinal },
  {
    label: 'Procedure',
    cell: ({ procedure, revenueCode, modifiers, units, replacedProcedure }) => (
      <>
        {procedure ?? revenueCode ?? <span className="quiet">none</span>}
        {modifiers.length > 0 && ` ${modifiers.join(' ')}`}
        {units !== 1 && ` × ${units}`}
        {replacedProcedure && <div className="quiet">billed as {replacedProcedure}</div>}
      </>
    ),
  },
  { label: 'Charged', isNumber: true, cell: ({ charged }) => moneyWords(charged) },
  { label: 'Paid', isNumber: true, cell: ({ paid }) => moneyWords(paid) },
  { label: 'Adjustments and remarks', cell: (line) => <Codes line={line} /> },
  {
    label: 'Class',
    cell: (line) =>
      line.class ? denialClassRow(line.class as DenialClass)?.label : <span className="quiet">none</span>,
  },
];

interface Props {
  lines: readonly ClaimLineView[];
  /** Codes of the claim as a whole. */
  claim: Pick<ClaimLineView, 'adjustments' | 'remarks'>;
}

/** Each line with its money and its codes; a code never stands without our label. */
export function LinesTab({ lines, claim }: Props) {
  const ofClaim = claim.adjustments.length + claim.remarks.length > 0;
  return (
    <div className={surface.list}>
      {ofClaim && (
        <section aria-label="Codes of the whole claim">
          <h3>The whole claim</h3>
          <Codes line={claim} />
        </section>
      )}
      {lines.length > 0 ? (
        <DataTable label="Lines and codes" columns={COLUMNS} rows={lines} keyOf={({ ordinal }) => ordinal} />
      ) : (
        <p className="quiet">The claim came without lines.</p>
      )}
    </div>
  );
}

function Codes({ line: { adjustments, remarks } }: { line: Pick<ClaimLineView, 'adjustments' | 'remarks'> }) {
  return (
    <ul className={surface.list}>
      {adjustments.map(({ group, carc, label, amount }, place) => (
        <li key={place}>
          <strong>
            {group}-{carc}
          </strong>{' '}
          {label}, {moneyWords(amount)}
        </li>
      ))}
      {remarks.map(({ code, label }) => (
        <li key={code}>
          <strong>{code}</strong> {label}
        </li>
      ))}
    </ul>
  );
}
