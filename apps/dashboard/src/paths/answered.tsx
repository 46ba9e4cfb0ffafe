import type { DenialView, ScreeningFactView } from '@overturn/contracts';
import { SCREENING_FACTS, type ScreeningFact } from '@overturn/domain/screening/screening-facts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { newKey } from '../api/call.ts';
import { LawDate } from '../time/law-date.tsx';
import { Moment } from '../time/moment.tsx';
import { ActButton } from '../ui/act-button.tsx';
import { ProblemNote } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { AnswerHere, useWhyNotAnswer } from './answer-here.tsx';
import styles from './paths.module.css';

/** What was found out, each with who said it and when; and what can be told though nothing asks for it now. */
export function Answered({ denial }: { denial: DenialView }) {
  const { screeningFacts, paths, triage } = denial;
  const open = new Set(
    [...triage.questions, ...paths.flatMap(({ questions }) => questions)].flatMap(({ facts }) => facts),
  );
  const told = new Set(screeningFacts.map(({ name }) => name));
  const others = SCREENING_FACTS.filter(({ name }) => !told.has(name) && !open.has(name));
  return (
    <>
      {screeningFacts.length > 0 && (
        <details open>
          <summary>Answered ({screeningFacts.length})</summary>
          <ul className={`${styles.details} ${surface.list}`}>
            {screeningFacts.map((fact) => (
              <AnsweredFact key={fact.name} fact={fact} denial={denial} />
            ))}
          </ul>
        </details>
      )}
      {others.length > 0 && (
        <details>
          <summary>What else can be told ({others.length})</summary>
          <ul className={`${styles.details} ${surface.bullets}`}>
            {others.map(({ name, question }) => (
              <li key={name}>
                {question} <AnswerHere denial={denial} question={question} names={[name]} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function AnsweredFact({ fact, denial }: { fact: ScreeningFactView; denial: DenialView }) {
  const { name, question, answer, saidBy, toldOn, source, by, at } = fact;
  const client = useQueryClient();
  const reason = useWhyNotAnswer(denial);
  const takeBack = useMutation({
    mutationFn: () => api.answerQuestions(denial.id, { facts: { [name]: null } }, newKey()),
    onSuccess: () => client.invalidateQueries({ queryKey: ['denials'] }),
  });
  return (
    <li className={styles.part}>
      <span>
        {question} <strong>{answer}</strong>
      </span>
      <span className="quiet">
        {[saidBy, source].filter(Boolean).map((words) => `${words} · `)}
        told on <LawDate on={toldOn} long /> · {by.name}, <Moment at={at} />
      </span>
      {takeBack.isError && <ProblemNote error={takeBack.error} />}
      <div className={surface.acts}>
        <AnswerHere denial={denial} question={question} names={[name as ScreeningFact]} label="Change" />
        <ActButton
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={`Not known after all: ${question}`}
          disabledReason={reason}
          hideReason
          loading={takeBack.isPending}
          onClick={() => takeBack.mutate()}
        >
          Not known after all
        </ActButton>
      </div>
    </li>
  );
}
