import type { OpenQuestionView } from '@overturn/contracts';
import surface from '../ui/surface.module.css';
import { byAnswerer } from './path-words.ts';
import styles from './paths.module.css';

/** What nobody knows yet, under the one who can answer it. */
export function Questions({ questions }: { questions: readonly OpenQuestionView[] }) {
  return byAnswerer(questions).map(({ heading, questions: some }) => (
    <div key={heading} className={styles.part}>
      <p className={styles.heading}>{heading}</p>
      <ul className={surface.bullets}>
        {some.map(({ question }) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </div>
  ));
}
