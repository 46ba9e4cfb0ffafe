import type { Refusal, RemittanceEvent, Summary, Warning } from './events.ts';
import type { Claim, Transaction } from './model.ts';
import { readRemittanceSync } from './read-remittance.ts';

/** A small sound 835, in pieces that tests put together and damage. */
export const ISA =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261118*0900*^*00501*000000001*0*P*:~';
export const GS = 'GS*HP*SENDER*RECEIVER*20261118*0900*1*X*005010X221A1~';
export const HEAD =
  'ST*835*0001~BPR*I*80*C*ACH************20261119~TRN*1*TRACE*1999~DTM*405*20261118~N1*PR*PAYER~REF*2U*999~N1*PE*PAYEE*XX*1234567893~';
export const CLAIM =
  'LX*1~CLP*A1*1*100*80*0*12*P1*11*1~NM1*QC*1*DOE*JANE****MI*M1~SVC*HC:99213*100*80**1~DTM*472*20261101~CAS*CO*45*20~';
const TAIL = 'SE*14*0001~GE*1*1~IEA*1*000000001~';
export const WHOLE = ISA + GS + HEAD + CLAIM + TAIL;

export interface Read {
  events: RemittanceEvent[];
  claims: Claim[];
  transactions: Transaction[];
  warnings: Warning[];
  refused: Refusal[];
  summary: Summary;
}

/** Every event of a text, sorted by kind. */
export function read(text: string | Uint8Array): Read {
  const bytes = typeof text === 'string' ? new Uint8Array(Buffer.from(text, 'latin1')) : text;
  const events = [...readRemittanceSync([bytes])];
  const last = events.at(-1);
  if (last?.type !== 'summary') throw new Error('the last event is not the summary');
  return {
    events,
    claims: events.flatMap((event) => (event.type === 'claim' ? [event.claim] : [])),
    transactions: events.flatMap((event) => (event.type === 'transaction' ? [event.transaction] : [])),
    warnings: events.flatMap((event) => (event.type === 'warning' ? [event.warning] : [])),
    refused: events.flatMap((event) => (event.type === 'refused' ? [event.refusal] : [])),
    summary: last.summary,
  };
}

/** The codes of its warnings. */
export const codes = ({ warnings }: Read): string =>
  warnings
    .map(({ code }) => code)
    .sort()
    .join();
/** A file whose claims are these segments; it has no end. */
export const claimWith = (segments: string): string => `${ISA}${GS}${HEAD}${segments}`;
