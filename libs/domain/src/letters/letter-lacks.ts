import { pointName, unprintable } from './printable.ts';

/** Stands in a drafted letter for what nobody has said. */
export const TO_COMPLETE = '[to be completed]';

/** All that is printed of a letter. */
export interface LetterText {
  title: string;
  body: string;
  /** Labels of the exhibits, in order. */
  exhibits: readonly string[];
}

/** What keeps a letter from being approved, one sentence each, without a word of its text but the label of a line. */
export const letterLacks = ({ title, body, exhibits }: LetterText): string[] => [
  ...toComplete(body),
  ...unprintable([title, body, ...exhibits].join('\n')).map(
    (one) => `The letter cannot print “${one}” (${pointName(one)}): write it in another way.`,
  ),
];

const toComplete = (body: string): string[] =>
  body.split('\n').flatMap((line, index) => {
    if (!line.includes(TO_COMPLETE)) return [];
    const label = /^([^:[]{1,40}):/.exec(line)?.[1];
    return [`Line ${index + 1}${label ? ` (${label})` : ''} is still to be completed.`];
  });
