import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { loadKeyChoices } from '../keys/key-choices.ts';
import { useKeyListener, useKeys } from '../keys/use-keys.ts';
import { useLive } from '../live/use-live.ts';
import { SessionOver } from '../session/session-over.tsx';
import { useSession } from '../session/session-query.ts';
import { RowsSkeleton } from '../ui/states.tsx';
import { ConnectionBanner } from './connection.tsx';
import { SideNav } from './side-nav.tsx';
import { ToastRegion } from './toast-region.tsx';
import { runNewestToast } from './toasts.ts';
import { TopBar } from './top-bar.tsx';
import styles from './shell.module.css';

const SearchDialog = lazy(() => import('../search/search-dialog.tsx'));
const KeysDialog = lazy(() => import('../keys/keys-dialog.tsx'));

/** What stands around every page once somebody is signed in. */
export function Shell() {
  const { user } = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [open, setOpen] = useState<'search' | 'keys' | 'nav'>();
  const close = () => setOpen(undefined);
  useEffect(() => loadKeyChoices(user.id), [user.id]);
  useEffect(close, [pathname]);
  useLive();
  useKeyListener();
  useKeys({
    search: () => setOpen('search'),
    help: () => setOpen('keys'),
    undo: runNewestToast,
    'go-work': () => void navigate({ to: '/work' }),
    'go-denials': () => void navigate({ to: '/denials' }),
    'go-remittances': () => void navigate({ to: '/remittances' }),
    'go-health': () => void navigate({ to: '/health' }),
  });
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        Skip to the page
      </a>
      <SideNav isOpen={open === 'nav'} onClose={close} />
      <div className={styles.column}>
        <TopBar onMenu={() => setOpen('nav')} onSearch={() => setOpen('search')} onKeys={() => setOpen('keys')} />
        <ConnectionBanner />
        <main id="content" tabIndex={-1} className={styles.content}>
          <Suspense fallback={<RowsSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Suspense>
        {open === 'search' && <SearchDialog onClose={close} />}
        {open === 'keys' && <KeysDialog onClose={close} />}
      </Suspense>
      <ToastRegion />
      <SessionOver />
    </div>
  );
}
