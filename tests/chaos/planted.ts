import { generateRemittance, writeRemittance } from '@overturn/x12';
import { dayOf } from '../support/days.ts';

/** People who are nobody, named so that their names turn up nowhere by chance. */
export const PLANTED = {
  lastName: 'Quillfeather',
  firstName: 'Zephyrine',
  memberId: 'MBX77Q41ZQ',
  claimNumber: 'CLMZQ88131',
  payerClaimNumber: 'PCNZQ55017',
  letter: {
    lastName: 'Vandersnoot',
    firstName: 'Thessaly',
    memberId: 'MBY31W90WQ',
    claimNumber: 'CLMYQ40922',
    payerClaimNumber: 'PCNYQ71350',
  },
} as const;

const DIGITS = /\d+$/;

/** What a search looks for, in whatever case it is written. */
export const NEEDLES: readonly string[] = [PLANTED, PLANTED.letter]
  .flatMap(({ lastName, firstName, memberId, claimNumber, payerClaimNumber }) => [
    ...[lastName, firstName, memberId],
    ...[claimNumber, payerClaimNumber].map((number) => number.replace(DIGITS, '')), // those of the file are counted on
  ])
  .map((needle) => needle.toLowerCase());

export const holdsPlanted = (text: string): string[] => {
  const lower = text.toLowerCase();
  return NEEDLES.filter((needle) => lower.includes(needle));
};

const PATIENT = /NM1\*QC\*1\*[^~]*~/g;
const CLAIM = /CLP\*([^*]*)\*(([^*]*\*){5})([^*~]*)/g;
const count = (number: string, index: number): string =>
  number.replace(DIGITS, (digits) => String(Number(digits) + index));

/** A remittance in which every patient has the planted name, and every claim a planted number. */
export function plantedRemittance(claims: number): Buffer<ArrayBuffer> {
  const datedOn = dayOf(new Date(), -4);
  const text = Buffer.concat([...writeRemittance(generateRemittance({ claims, denied: 0.5, datedOn, seed: 77 }))]);
  const { lastName, firstName, memberId, claimNumber, payerClaimNumber } = PLANTED;
  let index = 0;
  const planted = text
    .toString('latin1')
    .replace(PATIENT, `NM1*QC*1*${lastName}*${firstName}****MI*${memberId}~`)
    .replace(CLAIM, (_, _number: string, amounts: string) => {
      index += 1;
      return `CLP*${count(claimNumber, index)}*${amounts}${count(payerClaimNumber, index)}`;
    });
  // one claim that cannot be read, refused with what it says
  const broken = `CLP*${claimNumber}*1*${lastName}*0*0*12*${payerClaimNumber}*11*1~\nNM1*QC*1*${lastName}*${firstName}****MI*${memberId}~\n`;
  const end = planted.lastIndexOf('CLP*');
  return Buffer.from(planted.slice(0, end) + broken + planted.slice(end), 'latin1');
}
