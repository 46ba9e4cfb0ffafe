import { describe, expect, it } from '@jest/globals';
import { CARC_TABLE } from './carc-table.ts';
import { denialClassRow } from './denial-classes.ts';
import { INTERACTIONS } from './interactions.ts';
import { RARC_TABLE } from './rarc-table.ts';
import { facts } from './test-support/codes.ts';
import { triageDenial, type TriageFacts, type TriageVerdict } from './triage-denial.ts';

const ids = ({ questions }: TriageVerdict) => questions.map(({ id }) => id);
const sentences = ({ reasons }: TriageVerdict) => reasons.map(({ sentence }) => sentence);

describe('one code', () => {
  it.each(CARC_TABLE.map((row) => [row.carc, row] as const))(
    'CARC %s has the class of its row and gives the row',
    (carc, row) => {
      const verdict = triageDenial(facts([`CO-${carc}`]));
      expect(verdict.class).toBe(row.class);
      expect(verdict.opens).toBe(denialClassRow(row.class).opens);
      expect(verdict.reasons[0]).toMatchObject({ fact: `CO-${carc}`, row: `carc ${carc}` });
      expect(verdict.next).toBe(verdict.confidence === 'unsure' ? 'review-intake' : 'verify-network');
    },
  );

  it.each([
    ['242', 'high'],
    ['279', 'high'],
    ['243', 'likely'],
    ['38', 'unsure'],
    ['147', 'high'],
    ['96', 'unsure'],
    ['204', 'unsure'],
    ['A1', 'unsure'],
    ['16', 'unsure'],
    ['B8', 'unsure'],
    ['95', 'unsure'],
    ['272', 'unsure'],
    ['273', 'unsure'],
    ['256', 'unsure'],
    ['193', 'unsure'],
    ['999', 'unsure'],
  ])('CARC %s alone is %s', (carc, confidence) =>
    expect(triageDenial(facts([`CO-${carc}`])).confidence).toBe(confidence),
  );

  it('that nobody knows is class other, is kept, and goes to a person', () => {
    const verdict = triageDenial(facts(['CO-999']));
    expect(verdict).toMatchObject({
      class: 'other',
      unknownCodes: ['CO-999'],
      codes: ['CO-999'],
      next: 'review-intake',
    });
    expect(sentences(verdict)).toContain('CO-999: no row knows it.');
  });

  it.each(['B8', '95', '272', '273', '256'])('CARC %s stands in the list to classify', (carc) => {
    const verdict = triageDenial(facts([`OA-${carc}`]));
    expect(verdict.toClassify).toEqual([`OA-${carc}`]);
    expect(ids(verdict)).toContain('meaning');
  });

  it.each(RARC_TABLE.map((row) => [row.rarc, row] as const))('RARC %s beside CO-45', (rarc, row) => {
    const verdict = triageDenial(facts(['CO-45'], [rarc]));
    expect(verdict.opens).toBe(row.opens);
    expect(verdict.appealable).toBe(!row.noAppealRights);
    expect(verdict.surprises?.branches ?? []).toEqual(row.surprises ? [row.surprises.branch] : []);
    if (row.question) expect(ids(verdict)).toContain(`remark.${rarc}`);
    if (row.regime) expect(verdict.likelyRegime).toBe(row.regime);
    if (row.opens || row.regime || row.noAppealRights)
      expect(verdict.reasons.some(({ fact }) => fact.includes(rarc))).toBe(true);
    else expect(verdict.work.some(({ class: found, codes }) => found === row.class && codes.includes(rarc))).toBe(true);
  });
});

/** What codes say together, each with the same code alone. */
const TOGETHER: [string, TriageFacts, object, string][] = [
  ...['96', '204', 'A1', '16'].flatMap((carc): [string, TriageFacts, object, string][] => [
    [
      `${carc} takes the class of its remark`,
      facts([`CO-${carc}`], ['N54']),
      { class: 'authorization', opens: true, confidence: 'likely' },
      `CO-${carc} says nothing by itself: N54 explains it.`,
    ],
    [
      `${carc} with a remark that says nothing is unsure`,
      facts([`CO-${carc}`], ['M76']),
      { opens: false, confidence: 'unsure', next: 'review-intake' },
      `CO-${carc} says nothing by itself, and no remark explains it.`,
    ],
  ]),
  [
    'the remark of the same line explains, not another line’s',
    facts(['CO-96@2'], ['N630@1', 'N54@2'], { lineCount: 2 }),
    { class: 'authorization' },
    'CO-96 says nothing by itself: N54 explains it.',
  ],
  ...['96', '204', 'A1', '16'].map((carc): [string, TriageFacts, object, string] => [
    `${carc} is not explained by another line’s remark`,
    facts(['CO-50@1', `CO-${carc}@2`], ['N630@1'], { lineCount: 2 }),
    { opens: false },
    `CO-${carc} says nothing by itself, and no remark explains it.`,
  ]),
  [
    'another line’s remark leaves class and trigger where they are',
    facts(['CO-197@1', 'CO-96@2'], ['N54@1'], { lineCount: 2 }),
    { class: 'authorization', trigger: { trigger: { kind: 'line', line: 1 } }, linesPartWays: true },
    'CO-96 says nothing by itself, and no remark explains it.',
  ],
  [
    'a remark of the whole claim explains each line',
    facts(['CO-50@1', 'CO-96@2'], ['N54'], { lineCount: 2 }),
    { class: 'authorization', opens: true, trigger: { trigger: { kind: 'line', line: 2 } } },
    'CO-96 says nothing by itself: N54 explains it.',
  ],
  [
    'a remark of the only line explains the claim',
    facts(['CO-96'], ['N54@1'], { lineCount: 1 }),
    { class: 'authorization', opens: true },
    'CO-96 says nothing by itself: N54 explains it.',
  ],
  [
    '243 looks like network and is authorization',
    facts(['CO-243']),
    {
      class: 'referral-or-authorization',
      confidence: 'likely',
      looksLike: [{ class: 'out-of-network', code: 'CO-243' }],
    },
    'CO-243 reads like a network denial; it says that nobody in the network authorized the service.',
  ],
  [
    '243 is sure where the remark names the authorization',
    facts(['CO-243'], ['N54']),
    { class: 'referral-or-authorization', confidence: 'high' },
    'CO-243 with N54: the remark names the authorization.',
  ],
  [
    'PR-45 on an out-of-network claim is underpayment',
    facts(['PR-45'], [], { paidCents: 5000, providers: { billing: { network: 'out' } } }),
    { class: 'out-of-network-underpayment', confidence: 'likely' },
    'PR-45 on an out-of-network claim: the patient is left with what the plan did not allow.',
  ],
  [
    'PR-45 that nothing makes out of network is not said to be one',
    facts(['PR-45'], [], { paidCents: 5000, providers: { billing: { network: 'in' } } }),
    { confidence: 'unsure' },
    'PR-45 is an underpayment only out of network, and nothing else says so.',
  ],
  [
    'CO-45 is no underpayment',
    facts(['CO-45'], [], { providers: { billing: { network: 'out' } } }),
    { class: 'other' },
    'CO-45 (over the allowed amount): Other.',
  ],
  [
    'CO-242 hints at a contract load',
    facts(['CO-242']),
    { class: 'out-of-network', confidence: 'high', looksLike: [{ class: 'contract-load', code: 'CO-242' }] },
    'CO-242: the provider bears it, which presumes a contract.',
  ],
  [
    'PR-242 does not',
    facts(['PR-242']),
    { class: 'out-of-network', looksLike: [] },
    'PR-242 (not by a network or primary-care provider): Out of network.',
  ],
  [
    '147 is a contract load',
    facts(['CO-147']),
    { class: 'contract-load', confidence: 'high' },
    'CO-147: a rate that expired or is not on file presumes a contract.',
  ],
  [
    '147 beside CO-242: both hint at it',
    facts(['CO-147', 'CO-242']),
    { looksLike: [{ class: 'contract-load', code: 'CO-242' }] },
    'CO-147 beside a network code under CO: both hint at a contract that was not loaded.',
  ],
  [
    'MA130 leaves no appeal',
    facts(['CO-242'], ['MA130']),
    { opens: true, appealable: false },
    'MA130: unprocessable, no appeal rights.',
  ],
  ['N855 makes ERISA likely', facts(['PR-242'], ['N855']), { likelyRegime: 'erisa' }, 'N855: ERISA governs.'],
  [
    'N856 makes the individual market likely',
    facts(['PR-242'], ['N856']),
    { likelyRegime: 'aca' },
    'N856: ERISA does not govern.',
  ],
  ...(
    [
      ['193', 'upheld', 'the decision was upheld'],
      ['285', 'failed-on-procedure', 'the appeal failed on procedure'],
      ['286', 'failed-on-time', 'the appeal came too late'],
    ] as const
  ).flatMap(([carc, answersAppeal, words]): [string, TriageFacts, object, string][] => [
    [
      `${carc} on a later remittance answers the appeal`,
      facts([`CO-${carc}`], [], { appealSentOn: '2026-10-01' }),
      { class: 'appeal-lost', answersAppeal, confidence: 'high' },
      `CO-${carc} answers our appeal: ${words}.`,
    ],
    [
      `${carc} without an appeal of ours is asked about`,
      facts([`CO-${carc}`]),
      { class: 'appeal-lost', answersAppeal, confidence: 'unsure', next: 'review-intake' },
      `CO-${carc} answers an appeal (${words}), and none of ours is known.`,
    ],
  ]),
  [
    'a network code at an emergency room looks like an emergency',
    facts(['PR-242'], [], { placeOfService: '23' }),
    { class: 'out-of-network', looksLike: [{ class: 'emergency', code: 'PR-242' }] },
    'PR-242 on a claim of an emergency room: emergency care takes its own path.',
  ],
  ...(['hmo', 'epo'] as const).map((planType): [string, TriageFacts, object, string] => [
    `a network code under ${planType} asks for the emergency`,
    facts(['PR-242'], [], { planType }),
    { class: 'out-of-network' },
    'PR-242 under a plan that covers out of network only for emergency and urgent care: was it one?',
  ]),
  ...['12', '13'].map((filingIndicator): [string, TriageFacts, object, string] => [
    `a network code under CLP06 ${filingIndicator} is about the benefit level`,
    facts(['PR-242'], [], { filingIndicator }),
    { class: 'out-of-network' },
    'PR-242 under a plan that covers out of network at a lower level: the argument is about the benefit level.',
  ]),
  [
    '38 is asked about',
    facts(['CO-38']),
    { confidence: 'unsure', next: 'review-intake' },
    'CO-38 ended in 2013 and was split: it may mean 242 or 243.',
  ],
  [
    'a reversal is looked at',
    facts(['CO-242'], [], { claimStatus: '22' }),
    { confidence: 'unsure', next: 'review-intake' },
    'The claim is a reversal (CLP02 22): check which payment it takes back.',
  ],
];

describe('codes together', () => {
  it.each(TOGETHER)('%s', (_, input, expected, sentence) => {
    const verdict = triageDenial(input);
    expect(verdict).toMatchObject(expected);
    expect(sentences(verdict)).toContain(sentence);
  });

  it('walks over every row of the table', () => {
    const walked = new Set(
      [...TOGETHER.map(([, input]) => input), facts(['CO-B8'])].flatMap((input) =>
        triageDenial(input).reasons.map(({ row }) => row),
      ),
    );
    expect(INTERACTIONS.filter(({ id }) => !walked.has(`interaction ${id}`)).map(({ id }) => id)).toEqual([]);
  });
});

describe('the balance-billing rules', () => {
  it.each([
    [['N864'], {}, { branches: ['emergency'], law: 'federal', standing: 'open' }],
    [['N858'], {}, { branches: ['processed'], law: 'state', standing: 'open' }],
    [['N844'], {}, { law: 'state' }],
    [['N830'], {}, { law: 'question' }],
    [['N858', 'N859'], {}, { law: 'question' }],
    [['N865', 'N878'], {}, { branches: ['participating-facility', 'consent-invalid'], law: 'federal' }],
    ...['16', 'MA', 'MB', 'MC', 'CH', 'VA'].map((filingIndicator) => [
      ['N864'],
      { filingIndicator },
      { standing: 'doubtful' },
    ]),
    [['N864'], { filingIndicator: '12' }, { standing: 'open' }],
    ...['medicare-advantage', 'medicaid', 'tricare', 'va'].map((settledRegime) => [
      ['N864'],
      { settledRegime },
      { standing: 'closed' },
    ]),
    [['N864'], { settledRegime: 'erisa', filingIndicator: '16' }, { standing: 'open' }],
  ] as [string[], Partial<TriageFacts>, object][])('%o with %o: %o', (remarks, more, expected) => {
    expect(triageDenial(facts(['PR-242'], remarks, more)).surprises).toMatchObject(expected);
  });
  it('ask which law, and which programme where that is in doubt', () => {
    expect(ids(triageDenial(facts(['PR-242'], ['N830'])))).toEqual(expect.arrayContaining(['law', 'remark.N830']));
    expect(ids(triageDenial(facts(['PR-242'], ['N864'], { filingIndicator: 'MC' })))).toContain('programme');
    expect(triageDenial(facts(['PR-242'])).surprises).toBeUndefined();
  });
});
