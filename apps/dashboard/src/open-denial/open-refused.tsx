import { Link } from '@tanstack/react-router';
import { isProblem } from '../api/problem.ts';
import { Note, ProblemNote } from '../ui/states.tsx';

/** What the api said no with. One that is here already is not lost: the way to it stands beside the sentence. */
export function OpenRefused({ error }: { error: unknown }) {
  const denialId = isProblem(error, 'DENIAL_EXISTS') && error.details.denialId;
  if (typeof denialId !== 'string') return <ProblemNote error={error} title="It is not opened." />;
  return (
    <Note tone="warn">
      <span>
        This may be a duplicate: a denial of the same payer, claim number and dates is here already. Nothing was opened,
        and what you typed is kept.{' '}
        <Link to="/denials/$denialId" params={{ denialId }}>
          Look at the one that is here
        </Link>
      </span>
    </Note>
  );
}
