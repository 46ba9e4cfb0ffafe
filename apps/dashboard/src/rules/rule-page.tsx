import type { RuleView } from '@overturn/contracts';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { useToday } from '../time/law-date.tsx';
import { ActButton } from '../ui/act-button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Pill } from '../ui/pill.tsx';
import { Empty } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { ProposeDialog } from './propose-dialog.tsx';
import { RuleHistory } from './rule-history.tsx';
import { VERSION_COLUMNS } from './rule-columns.tsx';
import { rulesQuery } from './rule-queries.ts';
import { isCode, KINDS, nameOf } from './rule-names.ts';
import { READ_ONLY } from './rule-fields.ts';
import { RuleInFull } from './rule-in-full.tsx';
import { TAB_LABELS, tabOf } from './rule-tabs.ts';
import { versionOn } from './version-on.ts';

/** One rule: every version with its dates, who changed it and why, and the way to change it. */
export function RulePage() {
  const { kind, key } = useParams({ from: '/signed-in/rules/$kind/$key' });
  const { data } = useSuspenseQuery(rulesQuery);
  const notAllowed = useWhyNotAllowed('rules.manage');
  const today = useToday();
  const [proposing, setProposing] = useState(false);
  const versions = data.items
    .filter((rule) => rule.kind === kind && rule.key === key)
    .sort((a, b) => (b.effectiveFrom ?? '').localeCompare(a.effectiveFrom ?? ''));
  const [newest] = versions;
  if (!newest)
    return (
      <Empty title="There is no such rule" act={<Link to="/rules">All rules</Link>}>
        The link may be old or cut off.
      </Empty>
    );
  const tab = tabOf(newest.kind);
  const current = versionOn(versions, today);
  return (
    <article className={surface.page} aria-labelledby="rule-title">
      <nav aria-label="Where you are" className="quiet">
        <Link to="/rules" search={{ kind: tab }}>
          {TAB_LABELS[tab]}
        </Link>{' '}
        / {isCode(newest.kind) ? `${KINDS[newest.kind]} ${newest.key}` : newest.key}
      </nav>
      <header className={surface.head}>
        <h1 id="rule-title">{nameOf(newest)}</h1>
        {!isCode(newest.kind) && (
          <span className="quiet">
            {KINDS[newest.kind]} <span className="mono">{newest.key}</span>
          </span>
        )}
        {newest.isProposed && <Pill tone="warn">● change proposed</Pill>}
        <div className={surface.push}>
          <ActButton
            disabledReason={READ_ONLY[newest.kind] ?? notAllowed ?? (newest.isProposed ? WAITS : undefined)}
            onClick={() => setProposing(true)}
          >
            Propose a change
          </ActButton>
        </div>
      </header>
      <section className={surface.card} aria-labelledby="versions-title">
        <h2 id="versions-title">Versions</h2>
        <p className="quiet">{laidOver(versions)}</p>
        <DataTable
          label="Versions, to scroll"
          columns={VERSION_COLUMNS}
          rows={versions}
          keyOf={({ effectiveFrom }) => effectiveFrom ?? ''}
        />
      </section>
      <section className={surface.card} aria-labelledby="full-title">
        <h2 id="full-title">In full, as of today</h2>
        {current ? <RuleInFull version={current} /> : <p className="quiet">No version of it holds today.</p>}
      </section>
      <section className={surface.card} aria-labelledby="history-title">
        <h2 id="history-title">Changes</h2>
        <RuleHistory filter={{ kind, key }} />
      </section>
      {proposing && <ProposeDialog versions={versions} onClose={() => setProposing(false)} />}
    </article>
  );
}

const WAITS = 'A change of it waits already: decide or withdraw that one first.';
const laidOver = (versions: readonly RuleView[]): string =>
  versions.some(({ origin }) => origin === 'own')
    ? 'Your own versions lie over the shipped ones for their days; what they took the place of is under Changes.'
    : 'As shipped, for every day.';
