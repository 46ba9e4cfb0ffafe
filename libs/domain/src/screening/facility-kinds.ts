import type { FacilityKind } from '../triage/places-of-service.ts';

export interface FacilityKindRow {
  kind: FacilityKind;
  label: string;
  /** Whether care at a participating one is protected. `usually-not`: ask. */
  protects: 'yes' | 'usually-not' | 'question';
  verified: boolean;
}

/** Only the hospital was read in a source; all else is to be confirmed by an administrator. */
export const FACILITY_KINDS: readonly FacilityKindRow[] = [
  { kind: 'hospital', label: 'hospital', protects: 'yes', verified: true },
  { kind: 'hospital-outpatient', label: 'hospital outpatient department', protects: 'yes', verified: false },
  { kind: 'emergency-department', label: 'emergency department', protects: 'yes', verified: false },
  { kind: 'surgery-centre', label: 'ambulatory surgery centre', protects: 'yes', verified: false },
  { kind: 'imaging-centre', label: 'free-standing imaging centre', protects: 'usually-not', verified: false },
  { kind: 'office', label: 'office', protects: 'question', verified: false },
  { kind: 'urgent-care', label: 'urgent care', protects: 'question', verified: false },
  { kind: 'laboratory', label: 'independent laboratory', protects: 'question', verified: false },
  { kind: 'air-ambulance', label: 'air ambulance', protects: 'question', verified: false },
  { kind: 'other', label: 'other place', protects: 'question', verified: false },
];
