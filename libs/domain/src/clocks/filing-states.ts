/** A filing date in one of these asks for nothing more: filed, in time or late, or decided against by a named person. */
const SETTLED: readonly string[] = ['met', 'filed-late', 'decided'];

export const isSettled = (filingState: string): boolean => SETTLED.includes(filingState);
