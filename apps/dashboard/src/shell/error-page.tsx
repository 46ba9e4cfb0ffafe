import { Button, Group } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { isProblem, sentenceOf } from '../api/problem.ts';
import { Empty } from '../ui/states.tsx';

const TITLES: Record<string, string> = {
  DENIAL_NOT_FOUND: 'This denial is not here',
  NOT_FOUND: 'This is not here',
  NOT_ALLOWED: 'This page is not yours to see',
  UNREACHABLE: 'The server does not answer',
};

/** A page that could not be shown: what happened and what to do. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const { reset: forget } = useQueryErrorResetBoundary();
  const title = (isProblem(error) && TITLES[error.code]) || 'This page could not be shown';
  const again = () => {
    forget();
    reset();
    void router.invalidate();
  };
  return (
    <Empty
      title={title}
      act={
        <Group>
          <Button onClick={again}>Try again</Button>
          <Button variant="default" component="a" href="/work">
            Go to My work
          </Button>
        </Group>
      }
    >
      {sentenceOf(error)}
    </Empty>
  );
}

/** The same where nothing stands around it. */
export const LonePage = (props: ErrorComponentProps) => (
  <main>
    <ErrorPage {...props} />
  </main>
);

export function NotFoundPage() {
  return (
    <main>
      <Empty title="There is no such page" act={<Link to="/work">Go to My work</Link>}>
        The link may be old or cut off.
      </Empty>
    </main>
  );
}
