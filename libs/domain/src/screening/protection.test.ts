import { describe, expect, it } from '@jest/globals';
import { REGIMES } from '../regime/regimes.ts';
import { RARC_TABLE } from '../triage/rarc-table.ts';
import { ANCILLARY_SERVICES } from './ancillary-services.ts';
import { FACILITY_KINDS } from './facility-kinds.ts';
import { protectionOf, type ProtectionFacts } from './protection.ts';

const HOSPITAL = { placeOfService: '22', facilityNetwork: 'in', urgency: 'none' } as const;
const CASES: [string, Partial<ProtectionFacts>, string, string][] = [
  ['an emergency, wherever', { urgency: 'emergency', facilityNetwork: 'out' }, 'protected', 'An emergency.'],
  ['an emergency by the payer’s remark', { remarks: ['N864'] }, 'protected', 'The payer’s own remark says emergency.'],
  [
    'a read at an in-network hospital',
    { ...HOSPITAL, taxonomy: '2085R0202X' },
    'protected',
    'Radiology at a participating hospital outpatient department: no consent takes the protection away.',
  ],
  [
    'the same, with a consent form',
    { ...HOSPITAL, taxonomy: '2085N0700X', consent: 'valid' },
    'protected',
    'Radiology at a participating hospital outpatient department: no consent takes the protection away.',
  ],
  [
    'the same at a hospital out of network',
    { ...HOSPITAL, taxonomy: '2085R0202X', facilityNetwork: 'out' },
    'not-protected',
    'The facility was not participating on the date of service.',
  ],
  [
    'the same at a free-standing imaging centre',
    { ...HOSPITAL, placeOfService: '11', facilityKind: 'imaging-centre', taxonomy: '2085R0202X' },
    'not-protected',
    'A free-standing imaging centre usually is not protected.',
  ],
  [
    'other care without consent',
    { ...HOSPITAL, taxonomy: '207X00000X', consent: 'none' },
    'protected',
    'Other care at a participating hospital outpatient department, without valid consent.',
  ],
  [
    'other care with an invalid form',
    { ...HOSPITAL, consent: 'invalid' },
    'protected',
    'Other care at a participating hospital outpatient department, without valid consent.',
  ],
  [
    'other care, N865 and N878',
    { urgency: 'none', remarks: ['N865', 'N878'] },
    'protected',
    'Other care at a participating facility, as the remark says, without valid consent.',
  ],
  [
    'other care with valid consent',
    { ...HOSPITAL, consent: 'valid' },
    'not-protected',
    'Other care at a participating hospital outpatient department, and the patient consented validly.',
  ],
  [
    'nobody there can furnish it',
    { ...HOSPITAL, consent: 'valid', participatingCanFurnish: false },
    'protected',
    'No participating provider at a participating hospital outpatient department can furnish it.',
  ],
  [
    'consent not seen',
    { ...HOSPITAL },
    'unknown',
    'Other care at a participating hospital outpatient department; nobody has seen whether the patient consented.',
  ],
  [
    'an office',
    { placeOfService: '11', facilityNetwork: 'in', urgency: 'none', taxonomy: '2085R0202X' },
    'unknown',
    'Facility or its status on the date is not known.',
  ],
  [
    'the payer’s own remark, nothing else known',
    { remarks: ['N877'] },
    'protected',
    'Remark N877: No Surprises: initial payment.',
  ],
  [
    'a remark of the payer against a consent that was seen',
    { ...HOSPITAL, remarks: ['N876'], consent: 'valid' },
    'not-protected',
    'Other care at a participating hospital outpatient department, and the patient consented validly.',
  ],
  ['a remark that only wonders', { remarks: ['N884'] }, 'unknown', 'Facility or its status on the date is not known.'],
  ['nothing known', {}, 'unknown', 'Facility or its status on the date is not known.'],
];

describe('protection by the No Surprises Act', () => {
  it.each(CASES)('%s', (_, facts, protection, reason) => {
    const found = protectionOf({ remarks: [], ...facts });
    expect(found.protection).toBe(protection);
    expect(found.reasons).toContain(reason);
    expect(found.questions.length > 0).toBe(protection === 'unknown');
  });

  it.each(ANCILLARY_SERVICES.map(({ service }) => service))('%s is ancillary', (service) =>
    expect(protectionOf({ remarks: [], ...HOSPITAL, service, consent: 'valid' }).protection).toBe('protected'),
  );

  it.each(['medicare-advantage', 'medicaid', 'tricare', 'va'])('is not for %s', (settledRegime) =>
    expect(protectionOf({ remarks: ['N864'], urgency: 'emergency', settledRegime })).toMatchObject({
      protection: 'not-protected',
      questions: [],
    }),
  );
  it.each(['16', 'MA', 'MB', 'MC', 'CH', 'VA'])(
    'is in doubt under CLP06 %s until somebody settles it',
    (filingIndicator) => {
      const found = protectionOf({ remarks: [], urgency: 'emergency', filingIndicator });
      expect(found).toMatchObject({ protection: 'unknown', questions: ['Which programme is the plan?'] });
      expect(
        protectionOf({ remarks: [], urgency: 'emergency', filingIndicator, settledRegime: 'erisa' }).protection,
      ).toBe('protected');
    },
  );

  it('asks all that would settle it', () => {
    expect(protectionOf({ remarks: [] }).questions).toEqual([
      'What kind of facility was it?',
      'Was the facility participating on the date of service?',
      'Was it an emergency?',
    ]);
  });
  it('says when a row it rests on is not confirmed', () => {
    expect(protectionOf({ remarks: [], ...HOSPITAL, placeOfService: '21', taxonomy: '2085R0202X' }).verified).toBe(
      true,
    );
    expect(protectionOf({ remarks: [], ...HOSPITAL, placeOfService: '24', taxonomy: '2085R0202X' }).verified).toBe(
      false,
    );
  });
  it('takes a service and a kind of facility as data', () => {
    const rules = {
      regimes: REGIMES,
      rarcs: RARC_TABLE,
      ancillary: [
        ...ANCILLARY_SERVICES,
        { service: 'perfusion', label: 'Perfusion', taxonomies: ['246'], verified: false },
      ],
      facilities: FACILITY_KINDS.map((row) =>
        row.kind === 'imaging-centre' ? { ...row, protects: 'yes' as const } : row,
      ),
    };
    const facts = {
      remarks: [],
      urgency: 'none',
      facilityKind: 'imaging-centre',
      facilityNetwork: 'in',
      taxonomy: '246X',
    } as const;
    expect(protectionOf(facts, rules).protection).toBe('protected');
    expect(protectionOf(facts).protection).toBe('not-protected');
  });
});
