/** What a letter may say of a denial; whoever fills a template gives a text for each, lists as one line an item. */
export const PLACEHOLDERS = [
  'today',
  'payerName',
  'claimNumber',
  'payerClaimNumber',
  'patientName',
  'memberId',
  'serviceDates',
  'procedures',
  'diagnoses',
  'billingName',
  'billingNpi',
  'taxId',
  'renderingName',
  'amount',
  'noticeOn',
  'wording',
  'reasons',
  'evidence',
  'exhibits',
  'requestedLevel',
  'history',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export interface LetterTemplate {
  /** Kind and version in one: what a document names as its origin. */
  id: string;
  kind: 'exception-request' | 'appeal-1';
  version: number;
  title: string;
  /** Plain text; `{{placeholder}}` stands for a fact of the denial. It states facts and asks: law is cited by people, never by a template. */
  body: string;
  /** `YYYY-MM-DD`, the first day on which new letters start from it. */
  effectiveFrom: string;
}

const FACTS = `Patient: {{patientName}}
Member ID: {{memberId}}
Our claim number: {{claimNumber}}
Your claim number: {{payerClaimNumber}}
Date of service: {{serviceDates}}
Procedures: {{procedures}}
Diagnoses: {{diagnoses}}
Billing provider: {{billingName}}, NPI {{billingNpi}}, Tax ID {{taxId}}
Rendering provider: {{renderingName}}
Amount in dispute: {{amount}}
Date of your notice: {{noticeOn}}`;

const SIGNATURE = `Sincerely,

{{billingName}}
NPI {{billingNpi}} · Tax ID {{taxId}}`;

/** Every version ever shipped stays: a sent letter names the one it came from. A change of wording is a new version. */
export const LETTER_TEMPLATES: readonly LetterTemplate[] = [
  {
    id: 'exception-request/1',
    kind: 'exception-request',
    version: 1,
    title: 'Request for a network exception',
    effectiveFrom: '2020-01-01',
    body: `{{today}}

{{payerName}}
Utilization Management – Network Exceptions

Re: Request for a network exception at the {{requestedLevel}} benefit level

${FACTS}

To whom it may concern:

We ask you to review the services above for a network exception and to process the claim at the {{requestedLevel}} benefit level. Your notice of {{noticeOn}} gave this reason for the denial:

{{wording}}

Why an exception applies

{{reasons}}

What the records show

{{evidence}}

What we ask of you

1. Grant the exception for the procedures, provider and dates listed above.
2. State the benefit level you grant. An authorization number alone does not tell us whether in-network benefits will be applied.
3. Name the providers, the dates and the procedures that your decision covers, so that the claim can be matched to it.
4. If you do not grant it, name the network rule you applied, say whether an exception review took place, and say which further record would change the decision.
5. If you hold that a participating provider could have given this care, name that provider, with the distance and the first date that was available to the patient.

Please reprocess the claim once the exception is granted and send your decision in writing. This request does not replace an appeal. We keep every right to appeal within the time your notice allows.

Enclosures

{{exhibits}}

${SIGNATURE}
`,
  },
  {
    id: 'appeal-1/1',
    kind: 'appeal-1',
    version: 1,
    title: 'First-level appeal',
    effectiveFrom: '2020-01-01',
    body: `{{today}}

{{payerName}}
Appeals and Grievances

Re: First-level appeal of an adverse determination

${FACTS}

To whom it may concern:

We appeal your determination of {{noticeOn}} on the claim above and ask that it be reversed and the claim processed at the {{requestedLevel}} benefit level. Your notice gave this reason:

{{wording}}

What has happened so far

{{history}}

Why the determination should be reversed

{{reasons}}

The record in support

{{evidence}}

What we ask of you

1. Reverse the determination and reprocess the claim at the {{requestedLevel}} benefit level.
2. Have this appeal decided by someone who took no part in the first determination.
3. If the determination is upheld in any part, state the specific reason, the plan provision and the network rule relied on, and send a copy of the documents that the decision rests on.
4. Tell us which further level of review is open, where to file it and by when.
5. Acknowledge this appeal in writing, with its reference number and the date you received it.

If anything is missing from this appeal, tell us what it is before you decide, and we will supply it.

Enclosures

{{exhibits}}

${SIGNATURE}
`,
  },
];
