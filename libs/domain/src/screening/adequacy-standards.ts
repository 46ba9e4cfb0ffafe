/** How far and how long a plan may send its members. Waits are in business days, distances in minutes and miles. */
export const COUNTY_TYPES = ['large-metro', 'metro', 'micro', 'rural', 'ceac'] as const;
export type CountyType = (typeof COUNTY_TYPES)[number];

export interface WaitStandardRow {
  regime: string;
  kind: 'behavioural' | 'primary' | 'specialty';
  businessDays: number;
  verified: boolean;
}
/** Marketplace (met by 90 in 100) and Medicaid; Medicaid names no more than two kinds. */
export const WAIT_STANDARDS: readonly WaitStandardRow[] = [
  { regime: 'aca', kind: 'behavioural', businessDays: 10, verified: true },
  { regime: 'aca', kind: 'primary', businessDays: 15, verified: true },
  { regime: 'aca', kind: 'specialty', businessDays: 30, verified: true },
  { regime: 'medicaid', kind: 'behavioural', businessDays: 10, verified: true },
  { regime: 'medicaid', kind: 'primary', businessDays: 15, verified: true },
];

export interface DistanceStandardRow {
  regime: string;
  specialties: readonly string[];
  /** `[minutes, miles]` by county type, in the order of `COUNTY_TYPES`. */
  reach: readonly (readonly [number, number])[];
  verified: boolean;
}
const MA = { regime: 'medicare-advantage', verified: false } as const;
export const DISTANCE_STANDARDS: readonly DistanceStandardRow[] = [
  {
    ...MA,
    specialties: ['primary'],
    reach: [
      [10, 5],
      [15, 10],
      [30, 20],
      [40, 30],
      [70, 60],
    ],
  },
  {
    ...MA,
    specialties: ['cardiology', 'general surgery', 'orthopedics'],
    reach: [
      [20, 10],
      [30, 20],
      [50, 35],
      [75, 60],
      [95, 85],
    ],
  },
  {
    ...MA,
    specialties: ['dermatology', 'gastroenterology', 'neurology', 'oncology', 'urology'],
    reach: [
      [20, 10],
      [45, 30],
      [60, 45],
      [75, 60],
      [110, 100],
    ],
  },
  {
    ...MA,
    specialties: ['otolaryngology', 'obstetrics and gynecology', 'nephrology'],
    reach: [
      [30, 15],
      [45, 30],
      [80, 60],
      [90, 75],
      [125, 110],
    ],
  },
  {
    ...MA,
    specialties: ['endocrinology', 'infectious disease', 'neurosurgery', 'rheumatology'],
    reach: [
      [30, 15],
      [60, 40],
      [100, 75],
      [110, 90],
      [145, 130],
    ],
  },
  {
    ...MA,
    specialties: ['diagnostic radiology', 'mammography', 'surgery centre', 'therapy'],
    reach: [
      [20, 10],
      [45, 30],
      [80, 60],
      [75, 60],
      [110, 100],
    ],
  },
];

export interface Standard {
  maxMinutes?: number;
  maxMiles?: number;
  maxWaitBusinessDays?: number;
  verified: boolean;
}
export interface StandardRows {
  waits: readonly WaitStandardRow[];
  distances: readonly DistanceStandardRow[];
}
const SHIPPED: StandardRows = { waits: WAIT_STANDARDS, distances: DISTANCE_STANDARDS };

/** What holds for that regime, kind of care and county; undefined when no row says. */
export function standardFor(
  asked: {
    regime: string;
    waitKind?: string | undefined;
    specialty?: string | undefined;
    county?: CountyType | undefined;
  },
  { waits, distances }: StandardRows = SHIPPED,
): Standard | undefined {
  const wait = waits.find((row) => row.regime === asked.regime && row.kind === asked.waitKind);
  const row = distances.find((one) => one.regime === asked.regime && one.specialties.includes(asked.specialty ?? ''));
  const reach = asked.county && row?.reach[COUNTY_TYPES.indexOf(asked.county)];
  if (!wait && !reach) return undefined;
  return {
    ...(reach && { maxMinutes: reach[0], maxMiles: reach[1] }),
    ...(wait && { maxWaitBusinessDays: wait.businessDays }),
    verified: (wait?.verified ?? true) && (!reach || row.verified),
  };
}
