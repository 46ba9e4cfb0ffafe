import type { OpenQuestionView, PathView } from '@overturn/contracts';
import { countWords } from '../ui/count-words.ts';

type Verdict = PathView['verdict'];
type AskedOf = OpenQuestionView['askedOf'];

/** In the order in which they are shown. */
export const VERDICTS: readonly { verdict: Verdict; heading: string }[] = [
  { verdict: 'applies', heading: 'Apply too' },
  { verdict: 'may-apply', heading: 'May apply' },
  { verdict: 'does-not', heading: 'Do not apply' },
];

export const VERDICT_WORDS: Record<Verdict, string> = {
  applies: 'Applies',
  'may-apply': 'May apply',
  'does-not': 'Does not apply',
};

const ANSWERED_BY: Record<AskedOf, string> = { payer: 'the payer', provider: 'the provider’s office', us: 'us' };
const ASKED_IN_ORDER: readonly AskedOf[] = ['payer', 'provider', 'us'];

export interface QuestionGroup<Question> {
  /** `For the payer`. */
  heading: string;
  questions: readonly Question[];
}

/** Open questions by who can answer them, so that one call asks all of its own. */
export const byAnswerer = <Question extends OpenQuestionView>(
  questions: readonly Question[],
): QuestionGroup<Question>[] =>
  ASKED_IN_ORDER.map((askedOf) => ({
    heading: `For ${ANSWERED_BY[askedOf]}`,
    questions: questions.filter((one) => one.askedOf === askedOf),
  })).filter((group) => group.questions.length > 0);

/** `2 of 3`, `there is none`; a proof of which one is enough is there or missing. */
export function evidenceWords({ needed, have, state }: PathView['evidence'][number]): string {
  if (state === 'does-not-exist') return 'does not exist';
  if (needed === 1) return have === 0 ? 'missing' : have === 1 ? 'there' : `there (${have})`;
  return `${have} of ${needed}`;
}

/** What to expect before opening a path: its verdict, and how much is open. */
export function pathGist({ verdict, likelihood, questions, evidence }: PathView): string {
  const lacking = evidence.filter(({ state }) => state !== 'held').length;
  return verdict === 'does-not'
    ? ''
    : [
        likelihood,
        questions.length > 0 && `${countWords(questions.length, 'question')} open`,
        lacking > 0 && `${countWords(lacking, 'proof')} missing`,
      ]
        .filter(Boolean)
        .join(', ');
}

export const pointWords = (points: number): string => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0');
