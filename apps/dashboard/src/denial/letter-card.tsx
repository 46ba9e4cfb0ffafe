import { Button } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import type { ReactNode } from 'react';
import { documentFileUrl } from '../api/api.ts';
import { Pill, type Tone } from '../ui/pill.tsx';
import surface from '../ui/surface.module.css';

type Letter = Pick<DenialView['documents'][number], 'id' | 'title' | 'state' | 'fileId'>;

const STATES: Record<Letter['state'], { tone: Tone; label: string }> = {
  draft: { tone: 'warn', label: 'draft' },
  approved: { tone: 'accent', label: 'approved' },
  rendered: { tone: 'accent', label: 'ready to send' },
  sent: { tone: 'good', label: '✓ sent' },
  withdrawn: { tone: 'plain', label: 'withdrawn' },
};
export const letterStateWords = (state: Letter['state']): string => STATES[state].label;
/** A draft is edited, anything later is only read. */
export const readWords = (state: Letter['state']): string => (state === 'draft' ? 'Read and edit' : 'Read');

/** A letter in a line: what it is, where it stands, how to read it (`read`), and exactly the file that is sent. */
export function LetterCard({ letter, read, children }: { letter: Letter; read: ReactNode; children?: ReactNode }) {
  const { tone, label } = STATES[letter.state];
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
              Open the PDF
            </Button>
          )}
        </span>
      </div>
      {children}
    </div>
  );
}
