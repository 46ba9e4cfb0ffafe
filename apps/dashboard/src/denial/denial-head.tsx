import type { DenialView } from '@overturn/contracts';
import {
  closureRow,
  denialClassRow,
  isStage,
  pathRow,
  type ClosureReason,
  type DenialClass,
  type PathId,
} from '@overturn/domain';
import { Link } from '@tanstack/react-router';
import { claimWords } from '../denials/claim-words.ts';
import { moneyWords } from '../money/money.ts';
import { useSession } from '../session/session-query.ts';
import { LawDate } from '../time/law-date.tsx';
import { Pill } from '../ui/pill.tsx';
import { CommandsMenu } from './commands-menu.tsx';
import { PatientName } from './patient-name.tsx';
import { StepBar } from './step-bar.tsx';
import styles from './denial-head.module.css';

export function DenialHead({ denial }: { denial: DenialView }) {
  const { user } = useSession();
  const { class: classId, procedure, path, outcome, owner, stage } = denial;
  const classLabel = denialClassRow(classId as DenialClass).label.toLowerCase();
  return (
    <header className={styles.head}>
      <nav aria-label="Where you are" className={styles.crumbs}>
        <Link to="/denials">Denials</Link> / {denial.payerName} / {claimWords(denial.claimNumberTail)}
      </nav>
      <div className={styles.titleLine}>
        <h1 id="denial-title">{procedure ? `Procedure ${procedure}, ${classLabel}` : `Claim, ${classLabel}`}</h1>
        {path && <Pill tone="violet">{pathRow(path as PathId).label}</Pill>}
        {outcome && <Pill>{closureRow(outcome as ClosureReason)?.label ?? outcome}</Pill>}
        <span className={styles.stake}>
          <span>
            <span className="quiet">At stake</span> <strong>{moneyWords(denial.amountCents)}</strong>
          </span>
          <CommandsMenu denial={denial} />
        </span>
      </div>
      <div className={styles.about}>
        <PatientName denial={denial} />
        <span>{denial.claimNumber ? `claim ${denial.claimNumber}` : claimWords(denial.claimNumberTail)}</span>
        <span>
          service <LawDate on={denial.serviceFrom} long />
        </span>
        <span>{denial.payerName}</span>
        <span>{denial.clientName}</span>
        <span>{owner ? `held by ${owner.id === user.id ? 'you' : owner.name}` : 'held by nobody'}</span>
      </div>
      {isStage(stage) && <StepBar stage={stage} entered={denial.entered} outcome={outcome} />}
    </header>
  );
}
