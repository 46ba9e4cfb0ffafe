import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { loadKeyChoices } from '../keys/key-choices.ts';
import { useKeyListener, useKeys } from '../keys/use-keys.ts';
import { useLive } from '../live/use-live.ts';
import { SessionOver } from '../session/session-over.tsx';
import { useSession } from '../session/session-query.ts';
import { RowsSkeleton } from '../ui/states.tsx';
import { ConnectionBanner } from './connection.tsx';
import { closeDialog, openDialog, openKeysDialog, useShellDialog } from './open-dialog.ts';
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
  const open = useShellDialog();
  useEffect(() => loadKeyChoices(user.id), [user.id]);
  useEffect(closeDialog, [pathname]);
  const content = useFocusOnNewPage(pathname);
  useLive();
  useKeyListener();
  useKeys({
    search: () => openDialog('search'),
    help: openKeysDialog,
    undo: runNewestToast,
    'go-work': () => void navigate({ to: '/work' }),
    'go-denials': () => void navigate({ to: '/denials' }),
    'go-remittances': () => void navigate({ to: '/remittances' }),
    'go-calculator': () => void navigate({ to: '/calculator' }),
    'go-rules': () => void navigate({ to: '/rules' }),
    'go-health': () => void navigate({ to: '/health' }),
  });
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        Skip to the page
      </a>
      <SideNav isOpen={open === 'nav'} onClose={closeDialog} />
      <div className={styles.column}>
        <TopBar />
        <ConnectionBanner />
        <main ref={content} id="content" tabIndex={-1} className={styles.content}>
          <Suspense fallback={<RowsSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Suspense>
        {open === 'search' && <SearchDialog onClose={closeDialog} />}
        {open === 'keys' && <KeysDialog onClose={closeDialog} />}
      </Suspense>
      <ToastRegion />
      <SessionOver />
    </div>
  );
}

/** On another page the keyboard begins at its content, which is also what its arrows scroll. The first page is left alone. */
function useFocusOnNewPage(pathname: string) {
  const content = useRef<HTMLElement>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    content.current?.focus({ preventScroll: true });
  }, [pathname]);
  return content;
}
