import { filledIn } from '../triage/apply-interactions.ts';
import { SURE } from '../triage/confidence-words.ts';
import { denialClassRow } from '../triage/denial-classes.ts';
import {
  APPEAL_ANSWERS,
  CLAIM_FEATURES,
  type ClaimFeature,
  type CodesSeen,
  type InteractionRow,
} from '../triage/interactions.ts';
import { QUESTIONS } from '../triage/questions.ts';

/** What codes mean together, in one sentence: its place, when it holds, what it means then, and what the denial is told. */
export function sayInteraction(row: InteractionRow): string {
  const when = [`${sayCodes(row.watches)}${sayBeside(row)}`, ...conditionsOf(row)].join(', where ');
  const says = capital(filledIn(row.says, 'the code', 'the remark'));
  return `${row.retired ? 'Not gone by any more. ' : ''}Place ${row.place}. ${capital(when)}: ${sayMeaning(row)} “${says}”`;
}

function sayCodes({ carcs, classes, groups }: CodesSeen): string {
  const codes = carcs ? `CARC ${oneOf(carcs)}` : classes ? 'a code' : 'any code';
  const classed = classes ? ` of class ${oneOf(classes.map((id) => denialClassRow(id).label))}` : '';
  return `${codes}${classed}${groups ? ` under ${oneOf(groups)}` : ''}`;
}

const sayBeside = ({ beside = {} }: InteractionRow): string =>
  [
    ...(beside.remarks ? [` beside RARC ${oneOf(beside.remarks)}`] : []),
    ...(beside.other ? [` beside ${sayCodes(beside.other)} on the same claim`] : []),
  ].join('');

function conditionsOf({ beside, without }: InteractionRow): string[] {
  const row = (wanted: ClaimFeature | undefined) => CLAIM_FEATURES.find(({ feature }) => feature === wanted);
  return [row(beside?.feature)?.holds, row(without?.feature)?.lacks].filter((words) => words !== undefined);
}

function sayMeaning({ means }: InteractionRow): string {
  const asked = QUESTIONS.find(({ id }) => id === means.asks);
  const answer = APPEAL_ANSWERS.find((one) => one.answer === means.answersAppeal);
  const says = [
    ...(means.class ? [denialClassRow(means.class).label] : []),
    ...(means.classOfRemark ? ['the class of that remark'] : []),
    ...(means.confidence
      ? [`${means.class || means.classOfRemark ? '' : 'its own class, '}${SURE[means.confidence]}`]
      : []),
    ...(means.looksLike ? [`may in truth be ${denialClassRow(means.looksLike).label}`] : []),
    ...(answer ? [`the payer’s answer to an appeal: ${answer.says}`] : []),
    ...(asked ? [`to ask: ${asked.asks}`] : []),
  ];
  return says.length > 0 ? says.join('; ').replace(/([^?])$/, '$1.') : 'it is only said.';
}

const capital = (text: string): string => text.replace(/^./u, (letter) => letter.toUpperCase());
const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
