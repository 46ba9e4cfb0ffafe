/** Plain words for what the workflow notes by code; a code without a sentence is not for staff. */
export const NOTES: Record<string, (values: Record<string, string | number>) => string> = {
  'facts-changed': () => 'Facts of the claim were changed; dates and lacks were looked at again.',
  'payer-row-changed': () => 'A row of the payer was changed; dates and lacks were looked at again.',
  'exception-granted': () => 'The exception was granted.',
  'payer-approved': ({ regards }) => `The payer approved the ${regards}.`,
  'payer-partly': ({ regards }) => `The payer approved the ${regards} in part. A supervisor decides how to go on.`,
  'payer-denied': ({ regards }) => `The payer denied the ${regards}.`,
  'payer-more-information': ({ regards }) =>
    `The payer wants more information for the ${regards}. A supervisor decides how to go on.`,
  'payer-lost': ({ regards }) => `The payer does not have the ${regards}: it is sent again.`,
  'payer-silent': ({ regards }) =>
    `No answer to the ${regards} five business days after its decision was due: taken as silence, escalated.`,
};
