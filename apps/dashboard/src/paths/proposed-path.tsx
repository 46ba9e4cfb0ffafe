import type { DenialView, PathView } from '@overturn/contracts';
import { Pill } from '../ui/pill.tsx';
import surface from '../ui/surface.module.css';
import { PathNeeds } from './path-needs.tsx';
import { pathGist, VERDICT_WORDS } from './path-words.ts';
import { Reasons } from './reasons.tsx';

/** One path in full: its verdict, why, and one step away what it needs. */
export function ProposedPath({ path, denial }: { path: PathView; denial: DenialView }) {
  const gist = pathGist(path);
  return (
    <>
      <p className={surface.head}>
        <Pill tone={path.verdict === 'applies' ? 'good' : 'plain'}>{VERDICT_WORDS[path.verdict]}</Pill>
        {gist && <span className="quiet">{gist}</span>}
      </p>
      <Reasons reasons={path.reasons} against={path.verdict === 'does-not'} />
      <details>
        <summary>What it needs, who may ask, what is open</summary>
        <PathNeeds path={path} denial={denial} />
      </details>
    </>
  );
}
