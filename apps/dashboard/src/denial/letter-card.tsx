import { Button } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import type { ReactNode } from 'react';
import { documentFileUrl } from '../api/api.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import surface from '../ui/surface.module.css';

type Letter = Pick<DenialView['documents'][number], 'id' | 'title' | 'state' | 'fileId' | 'approvedVersion'>;

const STATES: Record<Letter['state'], { tone: Tone; label: string }> = {
  draft: { tone: 'warn', label: 'draft' },
  approved: { tone: 'accent', label: 'approved' },
  rendered: { tone: 'accent', label: 'ready to send' },
  sent: { tone: 'good', label: '✓ sent' },
  withdrawn: { tone: 'plain', label: 'withdrawn' },
};
type Standing = Pick<Letter, 'state' | 'approvedVersion'>;
/** An approval that can still be taken back is one already. */
const standingOf = ({ state, approvedVersion }: Standing): Letter['state'] =>
  state === 'draft' && approvedVersion !== null ? 'approved' : state;
/** Why nobody edits this letter; undefined of a draft. */
export function whyFixed(letter: Standing): string | undefined {
  const standing = standingOf(letter);
  if (standing === 'draft') return undefined;
  if (letter.state === 'draft') return 'This letter is approved: take the approval back first.';
  return `This letter is ${STATES[standing].label.replace('✓ ', '')}. What goes to the payer is exactly this; send it back with remarks to change it.`;
}
/** A draft is edited, anything later is only read. */
export const readWords = (letter: Standing): string => (standingOf(letter) === 'draft' ? 'Read and edit' : 'Read');

/** A letter in a line: what it is, where it stands, how to read it (`read`), and exactly the file that is sent. */
export function LetterCard({ letter, read, children }: { letter: Letter; read: ReactNode; children?: ReactNode }) {
  const { tone, label } = STATES[standingOf(letter)];
  return (
    <div role="group" className={surface.slot} aria-label={letter.title}>
      <div className={surface.head}>
        <strong>{letter.title}</strong>
        <Pill tone={tone}>{label}</Pill>
        <span className={`${surface.acts} ${surface.push}`}>
          {read}
          {letter.fileId && (
            <Button
              size="xs"
              variant="default"
              component="a"
              href={documentFileUrl(letter.id)}
              target="_blank"
              rel="noreferrer"
            >
              {standingOf(letter) === 'draft' ? 'Open the PDF printed before' : 'Open the PDF'}
            </Button>
          )}
        </span>
      </div>
      {children}
    </div>
  );
}
