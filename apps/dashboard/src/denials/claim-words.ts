/** How lists name a claim: by its last four; one that came without a number says so. */
export const claimWords = (tail: string): string => (tail ? `claim …${tail}` : 'no claim number');

/** How a page names a patient who was not opened: initials and the last four of the member id, or that nobody is named. */
export const patientWords = ({
  patientInitials,
  memberTail,
}: {
  patientInitials: string;
  memberTail: string;
}): string => [patientInitials, memberTail && `member …${memberTail}`].filter(Boolean).join(', ') || 'no patient named';
