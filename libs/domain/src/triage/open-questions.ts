import { type AskedOf, type OpenWhen, QUESTIONS, type QuestionRow } from './questions.ts';
import type { RarcRow } from './rarc-table.ts';
import type { SurpriseStanding } from './surprise-standing.ts';

export interface OpenQuestion {
  id: string;
  asks: string;
  askedOf: AskedOf;
}

export interface AskedAbout {
  /** Ids that rows ask for. */
  asked: readonly string[];
  remarks: readonly RarcRow[];
  surprises?: SurpriseStanding | undefined;
  isClassSure: boolean;
  isTriggerSure: boolean;
  isDenied: boolean;
  answered: readonly string[];
}

/** What is still open, each once, with who can answer it. */
export function openQuestions(about: AskedAbout): OpenQuestion[] {
  const opens: Record<OpenWhen, boolean> = {
    'class-not-sure': about.isDenied && !about.isClassSure,
    'trigger-not-sure': about.isDenied && !about.isTriggerSure,
    denied: about.isDenied,
  };
  const asked = new Set([...about.asked, ...askedBySurprises(about.surprises)]);
  const isOpen = ({ id, openWhen }: QuestionRow): boolean =>
    (asked.has(id) || (openWhen !== undefined && opens[openWhen])) && !about.answered.includes(id);
  const ofRemarks = about.remarks.flatMap(({ rarc, question, askedOf = 'payer' }) =>
    question && !about.answered.includes(`remark.${rarc}`) ? [{ id: `remark.${rarc}`, asks: question, askedOf }] : [],
  );
  return [...QUESTIONS.filter(isOpen).map(({ id, asks, askedOf }) => ({ id, asks, askedOf })), ...ofRemarks];
}

const askedBySurprises = (standing: SurpriseStanding | undefined): string[] => [
  ...(standing?.law === 'question' ? ['law'] : []),
  ...(standing?.standing === 'doubtful' ? ['programme'] : []),
];
