import { generateRemittance, writeRemittance } from '@overturn/x12';

/** One claim of a hand-made file; amounts in dollars as X12 has them. */
export interface MadeClaim {
  number: string;
  payerNumber?: string;
  member?: string | null;
  status?: string;
  frequency?: string;
  replaces?: string;
  charged?: number;
  paid?: number;
  cas?: string;
  on?: string;
  remark?: string;
}
export interface MadeFile {
  claims: MadeClaim[];
  control?: string;
  trace?: string;
  /** BPR16, DTM 405 and GS04; an empty text leaves DTM 405 out. */
  dates?: { bpr16?: string; dtm405?: string; gs04?: string };
  /** N1 PE from its third element on. */
  payee?: string;
  payeeTaxId?: string;
  /** N1 PR from its second element on. */
  payer?: string;
}

/** A small 835 that says just what a test is about. */
export function made({ claims, control = '000000001', trace = 'T1', dates = {}, ...more }: MadeFile): Uint8Array {
  const { bpr16 = '20261112', dtm405 = '20261112', gs04 = '20261112' } = dates;
  const segments = [
    `ISA*00*          *00*          *ZZ*PAYER          *ZZ*PROVIDER       *261112*0900*^*00501*${control}*0*T*:`,
    `GS*HP*PAYER*PROVIDER*${gs04}*0900*1*X*005010X221A1`,
    'ST*835*0001',
    `BPR*I*0*C*NON************${bpr16}`,
    `TRN*1*${trace}*1935665544`,
    ...(dtm405 ? [`DTM*405*${dtm405}`] : []),
    `N1*PR*${more.payer ?? 'INVENTED HEALTH'}`,
    `N1*PE*A GROUP*${more.payee ?? 'XX*1003000126'}`,
    ...(more.payeeTaxId ? [`REF*TJ*${more.payeeTaxId}`] : []),
    'LX*1',
    ...claims.flatMap(claimSegments),
    'SE*1*0001',
    'GE*1*1',
    `IEA*1*${control}`,
  ];
  return Buffer.from(segments.map((segment) => `${segment}~\n`).join(''), 'latin1');
}

function claimSegments(claim: MadeClaim): string[] {
  const { number, payerNumber = '', member = 'M1', status = '1', frequency = '', charged = 100, paid = 0 } = claim;
  return [
    `CLP*${number}*${status}*${charged}*${paid}*0*12*${payerNumber}*11*${frequency}`,
    `NM1*QC*1*DOE*JO****${member === null ? '' : `MI*${member}`}`,
    ...(claim.replaces ? [`REF*F8*${claim.replaces}`] : []),
    `SVC*HC:99213*${charged}*${paid}`,
    `DTM*472*${claim.on ?? '20261102'}`,
    ...(claim.cas === '' ? [] : [`CAS*${claim.cas ?? `CO*242*${charged - paid}`}`]),
    ...(claim.remark ? [`LQ*HE*${claim.remark}`] : []),
  ];
}

/** A generated file, as `make:835` writes it. */
export function generated(claims: number, denied: number, datedOn: string, seed = 7): Buffer {
  return Buffer.concat([...writeRemittance(generateRemittance({ claims, denied, datedOn, seed }))]);
}
