import type { DenialView } from '@overturn/contracts';
import type { Stage } from '@overturn/domain';
import { whyNot } from '@overturn/domain/denial/denial-actions';
import { lazy, Suspense, useState } from 'react';
import { useWhyNotAllowed } from '../session/session-query.ts';
import { ActButton } from '../ui/act-button.tsx';

const WhatIfDialog = lazy(() => import('./what-if-dialog.tsx'));

/** Opens the dialog that tries out other dates and rules. */
export function WhatIfButton({ denial }: { denial: DenialView }) {
  const [isOpen, setOpen] = useState(false);
  const mayNot = useWhyNotAllowed('deadline.read');
  return (
    <div>
      <ActButton
        variant="default"
        size="xs"
        disabledReason={mayNot ?? whyNot('askWhatIf', { stage: denial.stage as Stage })}
        onClick={() => setOpen(true)}
      >
        What if
      </ActButton>
      <Suspense>{isOpen && <WhatIfDialog denial={denial} onClose={() => setOpen(false)} />}</Suspense>
    </div>
  );
}
