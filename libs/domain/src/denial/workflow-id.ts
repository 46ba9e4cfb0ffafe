/** The id of a denial's workflow. It holds our own id only: nothing of a patient or a payer stands in Temporal. */
export const workflowIdOf = (denialId: string): string => `denial/${denialId}`;
