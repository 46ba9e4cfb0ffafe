import type { CodeToClassify, RuleView } from '@overturn/contracts';
import { countWords } from '../ui/count-words.ts';

type Code = Pick<CodeToClassify, 'kind' | 'code' | 'label'>;
export const codeWords = ({ kind, code }: Pick<Code, 'kind' | 'code'>): string => `${kind.toUpperCase()} ${code}`;

export const WHY: Readonly<Record<CodeToClassify['why'], string>> = {
  unknown: 'No row knows it',
  ambiguous: 'It may mean several things',
};

const versionsOf = ({ kind, code }: Code, rules: readonly RuleView[]): RuleView[] =>
  rules
    .filter((rule) => rule.kind === kind && rule.key === code)
    .sort((a, b) => (b.effectiveFrom ?? '').localeCompare(a.effectiveFrom ?? ''));

/** What a class is laid over: the newest version of the code, or nothing, from ever. */
export function baseOf(
  code: Code,
  rules: readonly RuleView[],
): { rule: RuleView; change: 'new-version' | 'correction' } {
  const [newest] = versionsOf(code, rules);
  return newest ? { rule: newest, change: 'correction' } : { rule: unheardOf(code), change: 'new-version' };
}
const unheardOf = ({ kind, code, label }: Code): RuleView => ({
  ...{ kind, key: code, label: label ?? '', summary: '', origin: 'own', effectiveFrom: null, effectiveTo: null },
  ...{ citation: null, citationUrl: null, verified: false, changeId: null, isProposed: false },
  row: { [kind]: code, ...(label && { label }) },
});

/** Nobody has said what the code means: then nothing that is open was worked by a class of it, and one person is enough. */
export const isUnclassed = (code: Code, rules: readonly RuleView[]): boolean =>
  versionsOf(code, rules).every(({ kind, row }) => kind === 'carc' && row['class'] === 'to-classify');

const carried = (openDenials: number): string =>
  openDenials === 0
    ? 'No open denial carries it.'
    : `${countWords(openDenials, 'open denial')} ${openDenials === 1 ? 'carries' : 'carry'} it.`;

/** What a class would do, above all to what is open. */
export function effectWords(code: CodeToClassify, rules: readonly RuleView[]): string {
  const { openDenials } = code;
  return isUnclassed(code, rules)
    ? [
        'Nobody has classed it yet, so your class holds at once for what comes from now on, without a second person.',
        carried(openDenials),
        openDenials > 0 &&
          `${openDenials === 1 ? 'It stays as it is' : 'They stay as they are'}: no date and no class moves.`,
      ]
        .filter(Boolean)
        .join(' ')
    : `It has a row already. ${carried(openDenials)} A second administrator sees which of them would move, and decides; until then nothing changes.`;
}
