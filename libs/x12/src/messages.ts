/** Every sentence the reader says, by its code. No sentence holds a value from the file: values may be a patient's. */

export const WARNINGS = {
  NO_ENVELOPE: 'The file has no ISA header, so its separators were worked out from its first segment.',
  NO_TRANSACTION_HEADER: 'Claims stand outside any transaction (ST); payer, payee and payment are unknown.',
  COMPONENT_SEPARATOR: 'Another component separator is used than the ISA header declares; the used one was taken.',
  BAD_DATE: 'A date is no calendar date and was left out.',
  BAD_NOTICE_DATE:
    'A date that can stand for the notice (DTM 405, BPR16, GS04) is no calendar date; the next one was taken.',
  NOTICE_DATE_TO_COME:
    'A date that can stand for the notice (DTM 405, BPR16, GS04) lies after the day on which the file came; the next one was taken.',
  NO_NOTICE_DATE: 'None of DTM 405, BPR16 and GS04 is a day that the notice can have, so the notice has no date.',
  BAD_AMOUNT: 'An amount cannot be read and was left out.',
  MISSING_PAID: 'The paid amount of the claim (CLP04) is missing and was taken as 0.',
  MISSING_CLAIM_STATUS: 'The claim status (CLP02) is missing.',
  MISSING_LINE_CHARGE: 'The charge of the line (SVC02) is missing and was taken as 0: the elements seem to be shifted.',
  SHIFTED_LINE:
    'The procedure of the line is cut in two, so all that follows is one element to the right; it was read from there.',
  NO_PROCEDURE: 'The service line names no procedure.',
  ADJUSTMENT_WITHOUT_REASON: 'An adjustment has an amount but no reason code.',
  UNKNOWN_ADJUSTMENT_GROUP: 'An adjustment group is none of CO, PR, OA, PI and CR.',
  NPI_CHECK_DIGIT: "The payee's NPI fails its check digit.",
  REMARK_OUTSIDE_LINE: "A remark (LQ) stands before any service line; it was kept with the claim's own.",
  UNKNOWN_SEGMENT: 'A segment is not one that an 835 has here; it was passed over.',
  CLAIM_BALANCE: 'The claim does not balance: charge is not paid plus adjustments.',
  LINE_BALANCE: 'The service line does not balance: charge is not paid plus adjustments.',
  PAYMENT_BALANCE:
    'The payment does not balance: BPR02 is not the sum of the claims less the provider adjustments (PLB).',
  SEGMENT_COUNT: 'The segment count of the transaction (SE01) is not the number of segments read.',
  CONTROL_NUMBER: 'The control number at the end of an envelope is not the one at its start.',
  ENVELOPE_COUNT: 'The count at the end of an envelope (GE01 or IEA01) is not the number read.',
  UNCLOSED_ENVELOPE: 'An envelope (ISA, GS or ST) has no end: the file may have been cut short.',
  STRAY_TRAILER: 'The end of an envelope (SE, GE or IEA) stands where none is open.',
} as const;

export type WarningCode = keyof typeof WARNINGS;

/** Why something was refused, and what a person can do about it. */
export const REFUSALS = {
  EMPTY_FILE: ['The file is empty.', 'Ask the payer or clearing house to send it again.'],
  PDF: [
    'This is a PDF document, not an 835 remittance.',
    'Ask the payer for the 835 file, or enter the denial by hand from the letter.',
  ],
  ZIP: ['This is a ZIP archive, not an 835 remittance.', 'Unpack it and load the 835 files inside.'],
  GZIP: ['This is a gzip archive, not an 835 remittance.', 'Unpack it and load the file inside.'],
  UTF16: [
    'This file is saved as UTF-16 text, which no 835 is.',
    'Save it as plain text (ASCII or UTF-8) and load it again.',
  ],
  ZEROS: [
    'This file holds nothing but zero bytes or blanks where an 835 begins.',
    'Fetch it again: the transfer was probably broken.',
  ],
  NOT_X12: [
    'This is no X12 file: it begins with none of ISA, GS and ST.',
    'Choose the 835 remittance file that the payer or clearing house sent.',
  ],
  OTHER_TRANSACTION: [
    'This X12 file holds no 835 remittance but another transaction.',
    'Choose the 835 file; claims (837), status (277) and acknowledgements (999) are not read here.',
  ],
  NO_REMITTANCE: [
    'This file holds an X12 envelope but no 835 remittance in it.',
    'Fetch the file again, or ask the sender for it.',
  ],
  BROKEN_HEADER: [
    'The header is damaged: its separators cannot be found.',
    'Fetch the file again, or ask the sender for it.',
  ],
  NO_SEGMENT_END: [
    'No segment end was found in 64 KB: this is no X12 file, or its separators are wrong.',
    'Fetch the file again, or ask the sender for it.',
  ],
  NOTHING_READABLE: [
    'A thousand segments in a row could not be placed, so reading stopped here.',
    'Check that the file is whole and is an 835; what was read before is kept.',
  ],
  FOREIGN_TRANSACTION: [
    'A transaction in this file is no 835 and was passed over.',
    'Nothing to do unless a remittance was expected there.',
  ],
  OVERLONG_SEGMENT: [
    'A segment is longer than 64 KB: its end is missing.',
    'Look at the file at this position, or ask the sender for it again.',
  ],
  BAD_SEGMENT_ID: [
    'Something stands here that does not begin like a segment.',
    'Look at the file at this position; if claim data is missing, ask the sender for it again.',
  ],
  CLAIM_WITHOUT_NUMBER: [
    'A claim has neither the patient control number (CLP01) nor the payer claim number (CLP07).',
    'Ask the payer which claim it is and enter a denial by hand if needed.',
  ],
  CLAIM_WITHOUT_AMOUNTS: [
    "A claim's charged or paid amount (CLP03, CLP04) is missing or no amount.",
    'Ask the payer for a corrected remittance, or enter the claim by hand.',
  ],
  ENDLESS_CLAIM: [
    'A claim goes on for more than 50,000 segments: the beginning of the next one is missing.',
    'Look at the file at this position, or ask the sender for it again.',
  ],
  OUTSIDE_CLAIM: [
    'A service line or adjustment stands where no claim is open.',
    'Look at the segments before it: the claim (CLP) is missing.',
  ],
  UNREADABLE_ADJUSTMENT: [
    'The amount of an adjustment (CAS) is no amount, so it was left out of its claim.',
    "Compare the claim with the payer's own remittance and ask for a corrected file.",
  ],
  UNREADABLE_PROVIDER_ADJUSTMENT: [
    'The amount of a provider adjustment (PLB) is no amount, so it was left out.',
    "Compare the payment with the payer's own remittance.",
  ],
  CUT_CLAIM: [
    'The file breaks off inside this claim and its amounts do not add up, so it was held back.',
    'Fetch the file again and import it whole: the claim opens from there. If it is whole, enter the denial by hand.',
  ],
  CUT_SEGMENT: [
    'The file ends in the middle of this segment.',
    'The transfer was probably cut short: fetch the file again.',
  ],
} as const satisfies Record<string, readonly [reason: string, remedy: string]>;

export type RefusalCode = keyof typeof REFUSALS;
