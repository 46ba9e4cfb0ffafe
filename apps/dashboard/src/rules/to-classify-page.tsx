import type { CodeToClassify } from '@overturn/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { countWords } from '../ui/count-words.ts';
import { DataTable } from '../ui/data-table.tsx';
import { Empty, ProblemNote, RowsSkeleton } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { ClassifyDialog } from './classify-dialog.tsx';
import { rulesQuery, toClassifyQuery } from './rule-queries.ts';
import { KINDS_OF } from './rule-tabs.ts';
import { RulesNav } from './rules-nav.tsx';
import { codeColumns } from './to-classify-columns.tsx';

/** Codes that came and that no row classes: each is classed once for the organization. */
export function ToClassifyPage() {
  const { data, error, isPending, refetch } = useQuery(toClassifyQuery);
  const notAllowed = useWhyNotAllowed('rules.manage');
  const rules = useQuery(rulesQuery).data?.items;
  const [opened, setOpened] = useState<CodeToClassify>();
  const codes = data?.items ?? [];
  return (
    <section className={surface.page} aria-labelledby="to-classify-title">
      <nav aria-label="Where you are" className="quiet">
        <Link to="/rules">Rules</Link> / To classify
      </nav>
      <header className={surface.head}>
        <h1 id="to-classify-title">Codes to classify</h1>
        <span className="quiet" role="status">
          {data && countWords(codes.length, 'code')}
        </span>
      </header>
      <RulesNav countOf={rules && ((tab) => rules.filter(({ kind }) => KINDS_OF[tab].includes(kind)).length)} />
      <p className="quiet">
        Until a code has a class its claims are not worked by it. Most open denials first.
        {notAllowed && ` ${notAllowed}`}
      </p>
      {isPending && <RowsSkeleton height={44} />}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data && codes.length === 0 && (
        <Empty title="Every code has a class">A code that comes and that no row knows is listed here.</Empty>
      )}
      {codes.length > 0 && (
        <div className={surface.card}>
          <DataTable
            label="Codes, to scroll"
            columns={codeColumns(notAllowed, setOpened)}
            rows={codes}
            keyOf={({ kind, code }) => `${kind} ${code}`}
          />
        </div>
      )}
      {opened && rules && <ClassifyDialog code={opened} rules={rules} onClose={() => setOpened(undefined)} />}
    </section>
  );
}
