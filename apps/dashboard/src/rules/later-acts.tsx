import type { RuleChangeView } from '@overturn/contracts';
import { useState } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { ActButton } from '../ui/act-button.tsx';
import { countWords } from '../ui/count-words.ts';
import surface from '../ui/surface.module.css';
import { LaterDialog } from './later-dialog.tsx';

interface Props {
  change: RuleChangeView;
  count: number;
  chosen: readonly string[];
  onDone: () => void;
}

/** A later date is never taken by itself: all of them, or those chosen, are accepted or the earlier ones kept. */
export function LaterActs({ change, count, chosen, onDone }: Props) {
  const notAllowed = useWhyNotAllowed('rules.manage');
  const [asked, setAsked] = useState<'accept' | 'keep'>();
  const which =
    chosen.length > 0 ? `the ${chosen.length} chosen` : count === 1 ? 'it' : `all ${count.toLocaleString('en-US')}`;
  return (
    <div className={surface.list}>
      <p>
        <strong>{countWords(count, 'later date')}</strong> {count === 1 ? 'waits' : 'wait'} for a person. Until then the
        earlier date holds.
      </p>
      <div className={surface.acts}>
        <ActButton disabledReason={notAllowed} onClick={() => setAsked('accept')}>
          Accept {which}…
        </ActButton>
        <ActButton variant="default" disabledReason={notAllowed} hideReason onClick={() => setAsked('keep')}>
          Keep the earlier date{which === 'it' ? '' : ` of ${which}`}…
        </ActButton>
      </div>
      {asked && (
        <LaterDialog
          change={change}
          keep={asked === 'keep'}
          count={chosen.length || count}
          denialIds={chosen}
          onClose={() => setAsked(undefined)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
