import type { DenialView, OpenQuestionView } from '@overturn/contracts';
import { answeredElsewhere, type ScreeningFact } from '@overturn/domain/screening/screening-facts';
import surface from '../ui/surface.module.css';
import { AnswerHere } from './answer-here.tsx';
import { byAnswerer } from './path-words.ts';
import styles from './paths.module.css';

/** What nobody knows yet, under the one who can answer it; each is answered where it stands, or says where it is. */
export function Questions({ questions, denial }: { questions: readonly OpenQuestionView[]; denial: DenialView }) {
  return byAnswerer(questions).map(({ heading, questions: some }) => (
    <div key={heading} className={styles.part}>
      <p className={styles.heading}>{heading}</p>
      <ul className={surface.bullets}>
        {some.map(({ question, facts }) => (
          <li key={question}>
            {question}{' '}
            {facts.length > 0 ? (
              <AnswerHere denial={denial} question={question} names={facts as ScreeningFact[]} />
            ) : (
              <span className="quiet">{answeredElsewhere(question)}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  ));
}
