import type { ClaimLineView } from '@overturn/contracts';
import { denialClassRow, type DenialClass } from '@overturn/domain';
import { moneyWords } from '../money/money.ts';
import styles from './denial-page.module.css';

/** Each line with its money and its codes; a code never stands without our label. */
interface Props {
  lines: readonly ClaimLineView[];
  /** Codes of the claim as a whole. */
  claim: Pick<ClaimLineView, 'adjustments' | 'remarks'>;
}

export function LinesTab({ lines, claim }: Props) {
  const ofClaim = claim.adjustments.length + claim.remarks.length > 0;
  return (
    <div className={styles.list}>
      {ofClaim && (
        <section aria-label="Codes of the whole claim">
          <h3>The whole claim</h3>
          <Codes line={claim} />
        </section>
      )}
      {lines.length > 0 ? <LinesTable lines={lines} /> : <p className="quiet">The claim came without lines.</p>}
    </div>
  );
}

function LinesTable({ lines }: { lines: readonly ClaimLineView[] }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Lines and codes">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Procedure</th>
            <th scope="col" className={styles.number}>
              Charged
            </th>
            <th scope="col" className={styles.number}>
              Paid
            </th>
            <th scope="col">Adjustments and remarks</th>
            <th scope="col">Class</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.ordinal}>
              <td>{line.ordinal}</td>
              <td>
                {line.procedure ?? line.revenueCode ?? <span className="quiet">none</span>}
                {line.modifiers.length > 0 && ` ${line.modifiers.join(' ')}`}
                {line.units !== 1 && ` × ${line.units}`}
                {line.replacedProcedure && <div className="quiet">billed as {line.replacedProcedure}</div>}
              </td>
              <td className={styles.number}>{moneyWords(line.charged)}</td>
              <td className={styles.number}>{moneyWords(line.paid)}</td>
              <td>
                <Codes line={line} />
              </td>
              <td>
                {line.class ? denialClassRow(line.class as DenialClass)?.label : <span className="quiet">none</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Codes({ line: { adjustments, remarks } }: { line: Pick<ClaimLineView, 'adjustments' | 'remarks'> }) {
  return (
    <ul className={styles.list}>
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
