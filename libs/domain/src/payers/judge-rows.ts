import { fits, KEYS, type PayerQuestion, type PayerRow, payerRow, specificity } from './payer-rows.ts';

export type RowVerdict = 'won' | 'less-specific' | 'does-not-fit';
export interface JudgedRow<Row extends PayerRow> {
  row: Row;
  verdict: RowVerdict;
  because: string;
}
export interface JudgedRows<Row extends PayerRow> {
  /** Undefined: no row fits. */
  winner: Row | undefined;
  /** What holds: the winner, and from the less specific what it leaves open. */
  holds: PayerRow | undefined;
  says: string;
  rows: readonly JudgedRow<Row>[];
}

/** Every row of one payer, with why it won or lost. */
export function judgeRows<Row extends PayerRow>(asked: PayerQuestion, all: readonly Row[]): JudgedRows<Row> {
  const ofPayer = all.filter(({ payer }) => payer === asked.payer);
  const winner = ofPayer
    .filter((row) => fits(row, asked))
    .reduce<Row | undefined>((best, row) => (!best || outranks(row, best) ? row : best), undefined);
  return {
    winner,
    holds: payerRow(asked, all),
    says: winner
      ? `The most specific row wins: the one for ${named(winner)}, verified on ${winner.verifiedOn}.`
      : ofPayer.length === 0
        ? 'No row is kept for this payer.'
        : 'No row of this payer fits what was asked.',
    rows: ofPayer.map((row) => ({ row, ...verdictOn(row, winner, asked) })),
  };
}

function verdictOn(
  row: PayerRow,
  winner: PayerRow | undefined,
  asked: PayerQuestion,
): Omit<JudgedRow<PayerRow>, 'row'> {
  if (row === winner) return { verdict: 'won', because: `It names ${named(row)}: no other row that fits names more.` };
  const other = KEYS.find((key) => row[key] !== undefined && row[key] !== asked[key]);
  if (other)
    return {
      verdict: 'does-not-fit',
      because: `It is for ${other} ${row[other]}; ${asked[other] ? `asked was ${asked[other]}` : `no ${other} was asked`}.`,
    };
  const isLess = winner && specificity(row) < specificity(winner);
  return {
    verdict: 'less-specific',
    because: isLess
      ? `It names ${named(row)} and so less than the row for ${named(winner)}; it fills what that one leaves open.`
      : 'It names as much as the row that won, which was verified later or names what weighs more.',
  };
}

const outranks = (row: PayerRow, best: PayerRow): boolean =>
  specificity(row) - specificity(best) > 0 ||
  (specificity(row) === specificity(best) && row.verifiedOn.localeCompare(best.verifiedOn) >= 0);

/** What a row is for, in words. */
const named = (row: PayerRow): string =>
  KEYS.flatMap((key) => (row[key] === undefined ? [] : [`${key} ${row[key]}`])).join(', ') || 'the payer as a whole';
