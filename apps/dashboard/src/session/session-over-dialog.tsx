import { useQueryClient } from '@tanstack/react-query';
import { dropAllDrafts } from '../tasks/form-draft.ts';
import { Dialog } from '../ui/dialog.tsx';
import { sessionQuery, useSession } from './session-query.ts';
import { SignInForm } from './sign-in-form.tsx';

/** The session ended while somebody worked: they sign in over the same page, and all that was typed is still under it. */
export default function SessionOverDialog({ onSignedIn }: { onSignedIn: () => void }) {
  const client = useQueryClient();
  const { user } = useSession();
  return (
    <Dialog
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title="Your session is over"
      centered
    >
      <p className="quiet" style={{ marginBlockEnd: '1rem' }}>
        Sign in to go on where you were. What you typed is kept.
      </p>
      <SignInForm
        email={user.email}
        onSignedIn={(session) => {
          // Somebody else at this screen: nothing of the first person's page may stay.
          if (session.user.id !== user.id) {
            dropAllDrafts();
            return window.location.assign('/work');
          }
          client.setQueryData(sessionQuery.queryKey, session);
          onSignedIn();
          void client.invalidateQueries();
        }}
      />
    </Dialog>
  );
}
