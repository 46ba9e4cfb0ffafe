import { queryOptions, keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { isProblem } from '../api/problem.ts';
import { Empty, Note, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { Answer } from './answer.tsx';
import type { InputName } from './calculator-search.ts';
import { ClockChoice } from './clock-choice.tsx';
import { newestClocks } from './clock-words.ts';
import { faultsOf, onlyOf, questionBody } from './question-body.ts';
import { QuestionFields } from './question-fields.tsx';
import { useQuestion } from './use-question.ts';
import styles from './calculator.module.css';

const clocksQuery = queryOptions({ queryKey: ['clocks'], queryFn: api.clocks, staleTime: 300_000 });

/** Any clock asked for its dates; nothing is kept but the question, in the URL. */
export function CalculatorPage() {
  const { data, error, refetch } = useQuery(clocksQuery);
  const { typed, settled, setTyped } = useQuestion();
  const clocks = newestClocks(data?.items ?? []);
  const clock = clocks.find(({ id }) => id === typed.clock);
  const body = questionBody(
    settled,
    clocks.find(({ id }) => id === settled.clock),
  );
  const preview = useQuery({
    queryKey: ['deadline-preview', body],
    queryFn: ({ signal }) => api.previewDeadline(body!, signal),
    enabled: body !== undefined,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton />;
  const faults = body && isProblem(preview.error) ? faultsOf(preview.error.errors) : {};
  const unknown = typed.clock && !clock ? 'There is no clock of this id any more. Choose one of the list.' : undefined;
  const change = (name: InputName, value: string) => setTyped((before) => ({ ...before, [name]: value }));
  const first = clock?.anchors.filter(({ role }) => role !== 'not-before').map(({ label }) => `“${label}”`);
  const asked = body && preview.data?.clock === body.clock && !preview.error ? preview.data : undefined;
  return (
    <section className={surface.page} aria-labelledby="calculator-title">
      <header>
        <h1 id="calculator-title">Deadline calculator</h1>
        <p className="quiet">Ask any clock for its dates. Nothing is kept; the link to this page holds the question.</p>
      </header>
      <div className={styles.columns}>
        <form className={surface.card} aria-label="Question" onSubmit={(event) => event.preventDefault()}>
          <ClockChoice
            clocks={clocks}
            chosen={typed.clock}
            error={faults.clock ?? unknown}
            onChoose={(next) => setTyped(next ? onlyOf(typed, next) : {})}
          />
          {clock && <QuestionFields clock={clock} question={typed} faults={faults} onChange={change} />}
        </form>
        <section className={surface.card} aria-label="Answer" aria-live="polite" aria-busy={preview.isFetching}>
          {asked && <Answer answer={asked} />}
          {!clock && <Empty title="Choose a clock">Its dates, their arithmetic and the citation stand here.</Empty>}
          {clock && !body && <Empty title="Give a date">It counts from {first?.join(' or ')}.</Empty>}
          {body && preview.error && Object.keys(faults).length > 0 && (
            <Note tone="bad">One field stops it: {Object.values(faults)[0]}</Note>
          )}
          {body && preview.error && Object.keys(faults).length === 0 && (
            <ProblemNote error={preview.error} onRetry={() => void preview.refetch()} />
          )}
        </section>
      </div>
    </section>
  );
}
