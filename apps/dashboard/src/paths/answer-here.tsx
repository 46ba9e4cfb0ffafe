import type { DenialView } from '@overturn/contracts';
import type { Stage } from '@overturn/domain';
import { whyNot } from '@overturn/domain/denial/denial-actions';
import type { ScreeningFact } from '@overturn/domain/screening/screening-facts';
import { lazy, Suspense, useState } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { ActButton } from '../ui/act-button.tsx';
import { RowsSkeleton } from '../ui/states.tsx';
import { useFocusBack } from '../ui/use-focus-back.ts';

const AnswerForm = lazy(() => import('./answer-form.tsx'));

/** Why no question of this denial can be answered now; undefined: they can. */
export function useWhyNotAnswer({ stage }: Pick<DenialView, 'stage'>): string | undefined {
  return useWhyNotAllowed('denial.answer-question') ?? whyNot('answerQuestion', { stage: stage as Stage });
}

/** A button that becomes the small form of one question. */
export function AnswerHere({
  denial,
  question,
  names,
  label = 'Answer',
}: {
  denial: DenialView;
  question: string;
  names: readonly ScreeningFact[];
  label?: string;
}) {
  const [isOpen, setOpen] = useState(false);
  const reason = useWhyNotAnswer(denial);
  useFocusBack(isOpen);
  return isOpen ? (
    <Suspense fallback={<RowsSkeleton rows={1} />}>
      <AnswerForm denial={denial} question={question} names={names} onClose={() => setOpen(false)} />
    </Suspense>
  ) : (
    <ActButton
      size="compact-xs"
      variant="default"
      aria-label={`${label}: ${question}`}
      disabledReason={reason}
      hideReason
      onClick={() => setOpen(true)}
    >
      {label}
    </ActButton>
  );
}
