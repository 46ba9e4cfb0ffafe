import { Link } from '@tanstack/react-router';
import { Empty } from '../ui/states.tsx';

export function NoDenials({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered)
    return <Empty title="No denial fits these filters" act={<Link to="/denials">Clear the filters</Link>} />;
  return (
    <Empty
      title="No denials yet"
      act={
        <p>
          <Link to="/remittances">Drop a remittance</Link>, or <Link to="/denials/new">open a denial</Link> from a
          letter.
        </p>
      }
    >
      Drop an 835 file: every claim in it is read, and each network denial is opened here with its filing clock.
    </Empty>
  );
}
