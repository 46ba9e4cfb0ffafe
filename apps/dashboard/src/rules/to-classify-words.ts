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

/** Nobody has said what the code means: then nothing that is open was worked by a class of it, and one person is enough unless claims without a denial would open one. */
export const isUnclassed = (code: Code, rules: readonly RuleView[]): boolean =>
  versionsOf(code, rules).every(({ kind, row }) => kind === 'carc' && row['class'] === 'to-classify');

const carried = (openDenials: number): string =>
  openDenials === 0
    ? 'No open denial carries it.'
    : `${countWords(openDenials, 'open denial')} ${openDenials === 1 ? 'carries' : 'carry'} it.`;

/** Claims that opened nothing: by a class that opens denials they would. */
const keptWords = (keptClaims: number): string | false =>
  keptClaims > 0 &&
  `${countWords(keptClaims, 'claim')} without a denial ${keptClaims === 1 ? 'carries' : 'carry'} it: a class that opens denials goes to a second administrator, who sees how many would open; any other class they get at once.`;

/** What a class would do, above all to what is open and to what was kept. */
export function effectWords(code: CodeToClassify, rules: readonly RuleView[]): string {
  const { openDenials, keptClaims } = code;
  return isUnclassed(code, rules)
    ? [
        `Nobody has classed it yet, so your class holds at once for what comes from now on${keptClaims > 0 ? '.' : ', without a second person.'}`,
        carried(openDenials),
        openDenials > 0 &&
          `${openDenials === 1 ? 'It stays as it is' : 'They stay as they are'}: no date and no class moves.`,
        keptWords(keptClaims),
      ]
        .filter(Boolean)
        .join(' ')
    : `It has a row already. ${carried(openDenials)} A second administrator sees which of them would move and which claims without a denial would open one, and decides; until then nothing changes.`;
}
