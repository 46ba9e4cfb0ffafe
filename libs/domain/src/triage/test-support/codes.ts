import type { TriageFacts } from '../triage-denial.ts';

/** `CO-242` or, on a line, `CO-242@2`. */
export const facts = (codes: string[], remarks: string[] = [], more: Partial<TriageFacts> = {}): TriageFacts => ({
  adjustments: codes.map((text) => {
    const [code = '', line] = text.split('@');
    const [group = '', carc = ''] = code.split('-');
    return { group, carc, amountCents: 10_000, ...(line && { line: Number(line) }) };
  }),
  remarks: remarks.map((text) => {
    const [rarc = '', line] = text.split('@');
    return { rarc, ...(line && { line: Number(line) }) };
  }),
  lineCount: 1,
  ...more,
});
