/** How lists name a claim: by its last four; one that came without a number says so. */
export const claimWords = (tail: string): string => (tail ? `claim …${tail}` : 'no claim number');
