import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { SessionView } from '@overturn/contracts';
import { type SubmitEvent, useId, useRef } from 'react';
import { api } from '../api/api.ts';
import { ProblemNote } from '../ui/states.tsx';

/** E-mail and password; what was typed stays when it is refused. `email` keeps a signed-out person's own. */
export function SignInForm({ email, onSignedIn }: { email?: string; onSignedIn: (session: SessionView) => void }) {
  const form = useRef<HTMLFormElement>(null);
  const problemId = useId();
  const signIn = useMutation({
    mutationFn: api.signIn,
    onSuccess: onSignedIn,
    onError: () => form.current?.querySelector<HTMLInputElement>('[name=password]')?.select(),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    signIn.mutate({ email: String(typed.get('email')), password: String(typed.get('password')) });
  };
  return (
    <form ref={form} onSubmit={submit} aria-describedby={signIn.isError ? problemId : undefined}>
      <Stack gap="md">
        {signIn.isError && (
          <div id={problemId}>
            <ProblemNote error={signIn.error} />
          </div>
        )}
        <TextInput
          label="E-mail"
          name="email"
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          size="md"
          {...(email ? { defaultValue: email } : { autoFocus: true })}
        />
        <PasswordInput
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
          {...(email && { autoFocus: true, 'data-autofocus': true })}
        />
        <Button type="submit" size="md" loading={signIn.isPending} fullWidth>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
