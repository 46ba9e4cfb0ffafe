import { lazy, Suspense, useEffect, useState } from 'react';
import { onSessionOver } from '../api/call.ts';

const SessionOverDialog = lazy(() => import('./session-over-dialog.tsx'));

/** Waits for the day the api says that nobody is signed in any more. */
export function SessionOver() {
  const [over, setOver] = useState(false);
  useEffect(() => onSessionOver(() => setOver(true)), []);
  return <Suspense>{over && <SessionOverDialog onSignedIn={() => setOver(false)} />}</Suspense>;
}
