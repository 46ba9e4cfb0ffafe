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

export const placeOfService = (code: string | undefined): PlaceOfServiceRow | undefined =>
  code === undefined ? undefined : PLACES_OF_SERVICE.find((row) => row.code === code);
