import { addDays } from './dates.ts';
import { DENIALS, FIRST_NAMES, LAST_NAMES, SERVICES } from './generate-tables.ts';
import type { InventedPayer } from './generate-tables.ts';
import type { Adjustment, IsoDate, Party } from './model.ts';
import { npiCheckDigit } from './npi.ts';
import type { SeededRandom } from './random.ts';
import type { ClaimContent, LineContent } from './write-claim.ts';

export interface ClaimPlan {
  /** Makes every number of the file its own. */
  tag: string;
  index: number;
  isDenied: boolean;
  datedOn: IsoDate;
  payer: InventedPayer;
}

/** Of the denied claims, so many have one denied line among paid ones. */
const PARTLY_DENIED = 0.15;
const PROVIDERS = 12;

type DenialRow = (typeof DENIALS)[number];

/** One professional claim that balances, denied or paid as the plan says. */
export function generateClaim({ tag, index, isDenied, datedOn, payer }: ClaimPlan, random: SeededRandom): ClaimContent {
  const servedOn = addDays(datedOn, -random.between(15, 50));
  const number = String(index + 1).padStart(6, '0');
  const lineCount = random.between(1, 3);
  const denial = isDenied ? random.weighted<DenialRow>(DENIALS) : null;
  const isPartly = denial !== null && lineCount > 1 && random.next() < PARTLY_DENIED;
  const lines = Array.from({ length: lineCount }, (_, at) => {
    const denied = denial !== null && (!isPartly || at === 0) ? denial : null;
    return generateLine(`${tag}${number}${at + 1}`, servedOn, denied, random);
  });
  const paidCents = sum(lines.map((line) => line.paidCents));
  return {
    patientControlNumber: `${tag}-${number}`,
    status: paidCents === 0 && random.next() < 0.4 ? '4' : '1',
    chargedCents: sum(lines.map((line) => line.chargedCents)),
    paidCents,
    patientResponsibilityCents: sum(
      lines.flatMap((line) => line.adjustments.filter(({ group }) => group === 'PR').map(({ cents }) => cents)),
    ),
    filingIndicator: payer.filingIndicator,
    payerClaimNumber: `${datedOn.slice(2, 4)}${tag}${number}00`,
    facilityCode: SERVICES.find(({ code }) => code === lines[0]!.procedure.code)!.facilityCode,
    frequency: '1',
    drg: null,
    section: { number: '1', providerId: null, facilityCode: null, fiscalPeriodOn: null },
    adjustments: [],
    parties: [patient(tag, index, random), renderingProvider(index)],
    inpatient: null,
    outpatient: denial === null ? { remarks: ['MA01'], values: [] } : null,
    references: [{ kind: '1L', value: `GRP${random.between(1000, 9999)}` }],
    dates: [
      { kind: '232', on: servedOn },
      { kind: '233', on: servedOn },
      { kind: '050', on: addDays(servedOn, random.between(1, 6)) },
    ],
    contacts: [],
    amounts: denial === null ? [{ kind: 'AU', cents: sum(lines.map(({ amounts }) => amounts[0]?.cents ?? 0)) }] : [],
    quantities: [],
    lines,
  };
}

function generateLine(
  lineNumber: string,
  servedOn: IsoDate,
  denial: DenialRow | null,
  random: SeededRandom,
): LineContent {
  const { code, chargedCents } = random.pick(SERVICES);
  const isReading = code.startsWith('7') && random.next() < 0.3;
  const adjustments =
    denial === null
      ? paidAdjustments(chargedCents, random)
      : [{ group: denial.group, carc: denial.carc, cents: chargedCents, quantity: null }];
  const contractual = adjustments.find(({ carc }) => carc === '45')?.cents ?? 0;
  return {
    procedure: { qualifier: 'HC', code, modifiers: isReading ? ['26'] : [], description: null },
    billedProcedure: null,
    chargedCents,
    paidCents: chargedCents - sum(adjustments.map(({ cents }) => cents)),
    revenueCode: null,
    units: 1,
    billedUnits: null,
    dates: [{ kind: '472', on: servedOn }],
    adjustments,
    references: [{ kind: '6R', value: lineNumber }],
    amounts: denial === null ? [{ kind: 'B6', cents: chargedCents - contractual }] : [],
    quantities: [],
    remarks: (denial?.remarks ?? []).map((remark) => ({ kind: 'HE', code: remark })),
  };
}

/** What the contract takes off, and what the patient owes of the rest: deductible (1), coinsurance (2) or copayment (3). */
function paidAdjustments(chargedCents: number, random: SeededRandom): Adjustment[] {
  const allowedCents = Math.round((chargedCents * random.between(40, 80)) / 100);
  const shares = {
    '1': Math.min(allowedCents, 15_000),
    '2': Math.round(allowedCents / 5),
    '3': Math.min(allowedCents, 3_500),
  };
  const carc = random.pick<keyof typeof shares>(['1', '2', '3', '2']);
  const contractual = { group: 'CO', carc: '45', cents: chargedCents - allowedCents, quantity: null };
  return random.next() < 0.7
    ? [contractual, { group: 'PR', carc, cents: shares[carc], quantity: null }]
    : [contractual];
}

function patient(tag: string, index: number, random: SeededRandom): Party {
  const name = random.pick(LAST_NAMES);
  const id = `M${tag}${String(index + 1).padStart(6, '0')}`;
  return {
    kind: 'QC',
    isPerson: true,
    name,
    firstName: random.pick(FIRST_NAMES),
    middleName: null,
    suffix: null,
    idQualifier: 'MI',
    id,
  };
}

function renderingProvider(index: number): Party {
  const nine = `19999${String(100 + (index % PROVIDERS)).padStart(4, '0')}`;
  const name = LAST_NAMES[index % PROVIDERS]!;
  return {
    kind: '82',
    isPerson: true,
    name,
    firstName: 'DR',
    middleName: null,
    suffix: null,
    idQualifier: 'XX',
    id: nine + npiCheckDigit(nine),
  };
}

const sum = (cents: readonly number[]): number => cents.reduce((total, value) => total + value, 0);
