/** A kind of place as the balance-billing rules see it. */
export type FacilityKind =
  | 'hospital'
  | 'hospital-outpatient'
  | 'emergency-department'
  | 'surgery-centre'
  | 'imaging-centre'
  | 'office'
  | 'urgent-care'
  | 'laboratory'
  | 'air-ambulance'
  | 'other';

export interface PlaceOfServiceRow {
  /** CMS place-of-service code. */
  code: string;
  label: string;
  kind: FacilityKind;
  emergency?: true;
}

/** Places that say something; any other says nothing of the facility. A free-standing imaging centre bills as an office or a clinic: ask. */
export const PLACES_OF_SERVICE: readonly PlaceOfServiceRow[] = [
  { code: '11', label: 'office', kind: 'office' },
  { code: '19', label: 'off-campus outpatient hospital', kind: 'hospital-outpatient' },
  { code: '20', label: 'urgent care', kind: 'urgent-care' },
  { code: '21', label: 'inpatient hospital', kind: 'hospital' },
  { code: '22', label: 'on-campus outpatient hospital', kind: 'hospital-outpatient' },
  { code: '23', label: 'emergency room', kind: 'emergency-department', emergency: true },
  { code: '24', label: 'ambulatory surgery centre', kind: 'surgery-centre' },
  { code: '42', label: 'air or water ambulance', kind: 'air-ambulance' },
  { code: '49', label: 'independent clinic', kind: 'other' },
  { code: '81', label: 'independent laboratory', kind: 'laboratory' },
];

/** Every place-of-service code that CMS has assigned. */
const ASSIGNED = new Set(
  `01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27
  31 32 33 34 41 42 49 50 51 52 53 54 55 56 57 58 60 61 62 65 66 71 72 81 99`.split(/\s+/),
);
export const isPlaceOfService = (code: string): boolean => ASSIGNED.has(code);

export const placeOfService = (code: string | undefined): PlaceOfServiceRow | undefined =>
  code === undefined ? undefined : PLACES_OF_SERVICE.find((row) => row.code === code);
