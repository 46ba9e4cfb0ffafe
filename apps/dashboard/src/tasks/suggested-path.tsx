import type { DenialView } from '@overturn/contracts';
import { OtherPaths } from '../paths/other-paths.tsx';
import { ProposedPath } from '../paths/proposed-path.tsx';
import surface from '../ui/surface.module.css';

/** The path that the facts suggest and why; the others with what the facts say of them, one step away. */
export default function SuggestedPath({ denial }: { denial: DenialView }) {
  const { paths } = denial;
  const suggested = paths.find((path) => path.suggested);
  return (
    <section className={surface.slot} aria-label="Suggested path" tabIndex={-1}>
      <h3>{suggested ? suggested.label : 'No path is suggested'}</h3>
      {suggested && <ProposedPath path={suggested} denial={denial} />}
      <OtherPaths paths={paths.filter((path) => path !== suggested)} denial={denial} />
    </section>
  );
}
