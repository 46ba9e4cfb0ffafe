import { latin1 } from './latin1.ts';
import type { RefusalCode } from './messages.ts';

/** First bytes of what people drop by mistake. The last row is everything else. */
const SIGNATURES: [starts: string, code: RefusalCode][] = [
  ['%PDF', 'PDF'],
  ['PK\x03\x04', 'ZIP'],
  ['PK\x05\x06', 'ZIP'],
  ['\x1f\x8b', 'GZIP'],
  ['\xff\xfe', 'UTF16'],
  ['\xfe\xff', 'UTF16'],
  ['', 'NOT_X12'],
];

/** Why the file that begins with these bytes is no X12 file. */
export function whyNoX12(bytes: Uint8Array, from: number): RefusalCode {
  const start = latin1(bytes, from, from + 4);
  return SIGNATURES.find(([signature]) => start.startsWith(signature))![1];
}

/** What other transactions are called, for the sentence that refuses them. */
const OTHER_TRANSACTIONS: Record<string, string> = {
  '837': 'claims (837)',
  '277': 'claim status answers (277)',
  '276': 'claim status questions (276)',
  '270': 'eligibility questions (270)',
  '271': 'eligibility answers (271)',
  '275': 'attachments (275)',
  '278': 'authorization requests or answers (278)',
  '820': 'premium payments (820)',
  '834': 'enrolments (834)',
  '824': 'an application advice (824)',
  '997': 'an acknowledgement (997)',
  '999': 'an acknowledgement (999)',
};

export const describeTransaction = (code: string): string => OTHER_TRANSACTIONS[code] ?? 'another kind of transaction';
