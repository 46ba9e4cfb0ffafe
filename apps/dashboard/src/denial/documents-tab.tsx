import { Button } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { useNavigate } from '@tanstack/react-router';
import { documentFileUrl } from '../api/api.ts';
import { LawDate } from '../time/law-date.tsx';
import { Pill, type Tone } from '../ui/pill.tsx';
import { Empty } from '../ui/states.tsx';
import { LetterEditor } from './letter-editor.tsx';
import styles from './denial-page.module.css';

const TONES: Record<string, Tone> = {
  draft: 'warn',
  approved: 'accent',
  rendered: 'accent',
  sent: 'good',
  withdrawn: 'plain',
};

/** Letters with their state, how each was sent, and the one that is open below. */
export function DocumentsTab({
  denial: { id, documents, packets },
  openId,
}: {
  denial: DenialView;
  openId: string | undefined;
}) {
  const navigate = useNavigate({ from: '/denials/$denialId' });
  const show = (document?: string) =>
    void navigate({ search: { tab: 'documents', ...(document && { document }) }, replace: true, resetScroll: false });
  if (documents.length === 0)
    return (
      <Empty title="No letters yet">The request and the appeal are drafted from the facts when their step comes.</Empty>
    );
  return (
    <div className={styles.list}>
      {documents.map((document) => (
        <section key={document.id} className={styles.slot} aria-label={document.title}>
          <div className={styles.cardHead}>
            <strong>{document.title}</strong>
            <Pill tone={TONES[document.state] ?? 'plain'}>{document.state}</Pill>
            <span className={`${styles.acts} ${styles.push}`}>
              <Button
                size="xs"
                variant="default"
                aria-expanded={openId === document.id}
                onClick={() => show(openId === document.id ? undefined : document.id)}
              >
                {openId === document.id ? 'Close' : document.state === 'draft' ? 'Read and edit' : 'Read'}
              </Button>
              {document.fileId && (
                <Button
                  size="xs"
                  variant="default"
                  component="a"
                  href={documentFileUrl(document.id)}
                  target="_blank"
                  rel="noreferrer"
                >
                  Open the PDF
                </Button>
              )}
            </span>
          </div>
          {packets
            .filter(({ documentId }) => documentId === document.id)
            .map((packet) => (
              <p key={packet.id}>
                Sent by {packet.channel} <LawDate on={packet.sentOn} />
                {packet.deliveredOn && (
                  <>
                    , delivered <LawDate on={packet.deliveredOn} />
                  </>
                )}
                {packet.proofReference && `, confirmation ${packet.proofReference}`}.
                {packet.state === 'maybe-sent' && ' It is not sure that it arrived.'}
              </p>
            ))}
          {openId === document.id && <LetterEditor key={document.id} documentId={document.id} denialId={id} />}
        </section>
      ))}
    </div>
  );
}
