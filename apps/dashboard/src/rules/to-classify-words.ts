import type { CodeToClassify, RuleView } from '@overturn/contracts';
import { moneyWords } from '../money/money.ts';
import { countWords } from '../ui/count-words.ts';

export const codeWords = ({ kind, code }: Pick<CodeToClassify, 'kind' | 'code'>): string =>
  `${kind.toUpperCase()} ${code}`;

/** Nothing known of it yet: where the form of its kind begins. */
export const asRule = ({ kind, code, label }: CodeToClassify): RuleView => ({
  ...{ kind, key: code, label: label ?? '', summary: '', origin: 'own', effectiveFrom: null, effectiveTo: null },
  ...{ citation: null, citationUrl: null, verified: false, changeId: null, isProposed: false },
  row: label ? { label } : {},
});

const carried = ({ openDenials, amountCents }: CodeToClassify): string =>
  openDenials === 0
    ? 'No open denial carries it.'
    : `${countWords(openDenials, 'open denial')} ${openDenials === 1 ? 'carries' : 'carry'} it, ${moneyWords(amountCents)} at stake.`;

interface WhyRow {
  label: string;
  act: string;
  /** What classing it does, above all to what is open. */
  does: (code: CodeToClassify) => string;
}
export const WHY_ROWS: Readonly<Record<CodeToClassify['why'], WhyRow>> = {
  unknown: {
    label: 'No row knows it',
    act: 'Class it',
    does: (code) =>
      `No row classes it yet, so your class holds at once, for every claim that comes from now on; nobody has to approve it. ${carried(code)}${code.openDenials > 0 ? ' They stay as they are: no date and no class of theirs moves.' : ''}`,
  },
  ambiguous: {
    label: 'It may mean several things',
    act: 'Propose the class',
    does: (code) =>
      `A row knows it, and not what it means by itself. ${carried(code)} A second administrator sees which of them would get another class, and decides; until then nothing changes.`,
  },
};
