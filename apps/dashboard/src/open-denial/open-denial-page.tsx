import { Button } from '@mantine/core';
import { openDenialBody as schema, type OpenDenialBody } from '@overturn/contracts/denial-acts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '../api/api.ts';
import { newKey } from '../api/call.ts';
import { isProblem } from '../api/problem.ts';
import { FormFields } from '../fields/form-fields.tsx';
import { useFieldForm } from '../fields/use-field-form.ts';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { showToast } from '../shell/toasts.ts';
import { dropDraft } from '../tasks/form-draft.ts';
import { clientsQuery } from '../tasks/task-queries.ts';
import { ActButton } from '../ui/act-button.tsx';
import surface from '../ui/surface.module.css';
import { CodeWords } from './code-words.tsx';
import { faultsAmong, openDenialBody } from './open-denial-body.ts';
import { openDenialSections } from './open-denial-fields.ts';
import { OpenRefused } from './open-refused.tsx';
import styles from './open-denial.module.css';

const DRAFT = 'open-denial';

/** A denial from a letter or a pre-service request, typed in. */
export function OpenDenialPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const notAllowed = useWhyNotAllowed('denial.open');
  const { data: clients } = useQuery(clientsQuery);
  const options = (clients?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const sectionsOf = (source: unknown) => openDenialSections(String(source), options);
  const open = useMutation({
    mutationFn: (body: unknown) => api.openDenial(body as OpenDenialBody, newKey()),
    onSuccess: ({ id }) => {
      dropDraft(DRAFT);
      showToast({ text: 'The denial is opened. Its first step is being prepared.' });
      void client.invalidateQueries({ queryKey: ['denials', 'list'] });
      return navigate({ to: '/denials/$denialId', params: { denialId: id } });
    },
  });
  const { ref, onceId, values, faults, change, submit, empty } = useFieldForm({
    draftKey: DRAFT,
    start: { source: 'letter' },
    fields: ({ source }) => sectionsOf(source).flatMap(({ fields }) => fields),
    schema,
    bodyOf: (typed, id) =>
      openDenialBody(
        sectionsOf(typed.source).flatMap(({ fields }) => fields),
        typed,
        `dashboard-${id}`,
      ),
    faultsAmong,
    onSubmit: (body) => open.mutate(body),
  });
  const refused = isProblem(open.error) ? open.error.errors : [];
  const answered = Object.fromEntries(refused.map(({ field, sentence }) => [field.replace(/\..*$/, ''), sentence]));
  const wrong = Object.keys(faults).length;
  return (
    <article className={surface.page} aria-labelledby="open-title">
      <nav aria-label="Where you are" className="quiet">
        <Link to="/denials">Denials</Link> / Open a denial
      </nav>
      <header className={styles.head}>
        <h1 id="open-title">Open a denial</h1>
        <p className="quiet">
          For a letter, or a request before the service. Type what you have: what is missing is asked for as a task.
          Denials in a remittance are opened by themselves.
        </p>
      </header>
      <form
        key={onceId}
        ref={ref}
        className={styles.form}
        noValidate
        aria-labelledby="open-title"
        onSubmit={submit}
        onKeyDown={(event) => event.key === 'Enter' && (event.metaKey || event.ctrlKey) && submit(event)}
      >
        {sectionsOf(values.source).map(({ title, says, fields }) => (
          <section key={title} className={`${surface.card} ${styles.section}`} aria-label={title}>
            <div>
              <h2>{title}</h2>
              {says && <p className="quiet">{says}</p>}
              {fields.some(({ name }) => name === 'codes') && <CodeWords values={values} />}
            </div>
            <div className={surface.fields}>
              <FormFields fields={fields} values={values} faults={{ ...answered, ...faults }} onChange={change} />
            </div>
          </section>
        ))}
        <footer className={styles.foot}>
          {open.isError && <OpenRefused error={open.error} />}
          <div className={surface.acts}>
            <ActButton type="submit" loading={open.isPending} disabledReason={notAllowed} keys="⌘↵">
              Open the denial
            </ActButton>
            <Button
              variant="default"
              onClick={() => {
                open.reset();
                empty();
              }}
            >
              Empty the form
            </Button>
            <span role="status" className={styles.wrong}>
              {wrong > 0 && (wrong === 1 ? 'One field stops it.' : `${wrong} fields stop it.`)}
            </span>
          </div>
        </footer>
      </form>
    </article>
  );
}
