import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { setProductNow } from './product-clock.ts';
import { sessionQuery } from './session-query.ts';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in-page.module.css';

export function SignInPage() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ from: '/sign-in' });
  return (
    <main className={styles.page}>
      <section className={styles.card}>
        <p className={styles.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} /> Overturn
        </p>
        <h1>Sign in</h1>
        <SignInForm
          onSignedIn={(session) => {
            setProductNow(session.now);
            client.setQueryData(sessionQuery.queryKey, session);
            void navigate({ href: to ?? '/work', replace: true });
          }}
        />
      </section>
    </main>
  );
}
