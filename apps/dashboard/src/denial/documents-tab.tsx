import { Button } from '@mantine/core';
import type { DenialView } from '@overturn/contracts';
import { useNavigate } from '@tanstack/react-router';
import { LawDate } from '../time/law-date.tsx';
import { Empty } from '../ui/states.tsx';
import surface from '../ui/surface.module.css';
import { LetterCard, readWords } from './letter-card.tsx';
import { LetterEditor } from './letter-editor.tsx';

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
    <div className={surface.list}>
      {documents.map((document) => (
        <LetterCard
          key={document.id}
          letter={document}
          read={
            <Button
              size="xs"
              variant="default"
              aria-expanded={openId === document.id}
              onClick={() => show(openId === document.id ? undefined : document.id)}
            >
              {openId === document.id ? 'Close' : readWords(document)}
            </Button>
          }
        >
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
        </LetterCard>
      ))}
    </div>
  );
}
