import { ANCILLARY_SERVICES } from './ancillary-services.ts';
import { FACILITY_KINDS } from './facility-kinds.ts';
import { IN_OR_OUT, type ScreeningFactRow } from './screening-fact-row.ts';

/** About the care: where it was given, how urgently, with whose consent. */
export const CARE_FACTS = [
  {
    name: 'urgency',
    label: 'Urgency',
    type: 'choice',
    question: 'Was it an emergency or urgent?',
    askedOf: 'provider',
    options: [
      { value: 'emergency', label: 'An emergency' },
      { value: 'urgent', label: 'Urgent' },
      { value: 'none', label: 'Neither' },
    ],
    settles: ['Was it an emergency or urgent?', 'Was it an emergency?'],
  },
  {
    name: 'facilityKind',
    label: 'Kind of facility',
    type: 'choice',
    question: 'What kind of facility was it?',
    askedOf: 'provider',
    options: FACILITY_KINDS.map(({ kind, label }) => ({ value: kind, label })),
    help: 'As it is licensed: a free-standing imaging centre often bills as an office.',
    settles: ['What kind of facility was it?'],
  },
  {
    name: 'facilityNetwork',
    label: 'Facility on the date of service',
    type: 'choice',
    question: 'Was the facility participating on the date of service?',
    askedOf: 'payer',
    options: IN_OR_OUT,
    settles: ['Was the facility participating on the date of service?'],
  },
  {
    name: 'service',
    label: 'Kind of care',
    type: 'choice',
    question: 'Which kind of care was it?',
    askedOf: 'provider',
    options: [
      ...ANCILLARY_SERVICES.map(({ service, label }) => ({ value: service, label })),
      { value: 'other', label: 'None of these' },
    ],
    help: 'These are protected at a participating facility whatever the patient signed.',
    settles: ['Is there a consent form, and is it valid?'],
  },
  {
    name: 'consent',
    label: 'Consent form',
    type: 'choice',
    question: 'Is there a consent form, and is it valid?',
    askedOf: 'provider',
    options: [
      { value: 'none', label: 'The patient signed none' },
      { value: 'valid', label: 'Signed, and valid' },
      { value: 'invalid', label: 'Signed, but not valid' },
    ],
    help: 'The notice and consent by which a patient gives up the protection; valid only when it came in time and names the provider.',
    settles: ['Is there a consent form, and is it valid?'],
  },
  {
    name: 'participatingCanFurnish',
    label: 'A participating provider there can furnish it',
    type: 'yesNo',
    question: 'Could a participating provider at the facility have furnished it?',
    askedOf: 'provider',
    settles: ['Is there a consent form, and is it valid?'],
  },
  {
    name: 'continuingCare',
    label: 'Course of care',
    type: 'choice',
    question: 'In which course of care was the patient?',
    askedOf: 'provider',
    options: [
      { value: 'serious-condition', label: 'A serious and complex condition' },
      { value: 'inpatient', label: 'Inpatient' },
      { value: 'scheduled-surgery', label: 'Surgery was scheduled' },
      { value: 'pregnant', label: 'Pregnant' },
      { value: 'terminally-ill', label: 'Terminally ill' },
      { value: 'none', label: 'None of these' },
    ],
    settles: [
      'Was the patient in a course of care (serious condition, inpatient, scheduled surgery, pregnant, terminally ill)?',
    ],
  },
  {
    name: 'whyThisFacility',
    label: 'Why this facility',
    type: 'text',
    question: 'Can the office document why this facility was used?',
    askedOf: 'provider',
    settles: ['Can the office document why this facility was used?'],
  },
] as const satisfies readonly ScreeningFactRow[];
