import { type DenialClass, denialClassRow } from './denial-classes.ts';
import { type KnownRemark, type Sign, unique } from './signs.ts';
import { whyFirst, workRank } from './work-order.ts';

/** One class of a claim, with what carries it. */
export interface WorkItem {
  class: DenialClass;
  codes: readonly string[];
  /** Empty: at claim level. */
  lines: readonly number[];
  /** What its adjustments took away. */
  cents: number;
  /** `First …, because …`. */
  sentence: string;
}

interface Carrier {
  class: DenialClass;
  code: string;
  line: number | undefined;
  cents: number;
}

/** The classes in the order in which they are worked. Class `other` is work only where nothing else is. */
export function workOf(signs: readonly Sign[], remarks: readonly KnownRemark[], named: DenialClass): WorkItem[] {
  const pointing = remarks.filter(({ row }) => row.class && !row.opens);
  const carriers: Carrier[] = [
    ...signs.map(({ class: found, code, line, cents }) => ({ class: found, code, line, cents })),
    ...pointing.map(({ row, remark }) => ({ class: row.class!, code: row.rarc, line: remark.line, cents: 0 })),
  ];
  const real = carriers.filter((one) => one.class !== 'other' || one.class === named);
  const classes = unique([...real.map((one) => one.class), ...(real.length === 0 ? [named] : [])]);
  classes.sort((a, b) => workRank(a) - workRank(b));
  return classes.map((id, index) => {
    const own = real.filter((one) => one.class === id);
    const because = classes.length > 1 ? whyFirst(id) : undefined;
    return {
      class: id,
      codes: unique(own.map(({ code }) => code)),
      lines: unique(own.flatMap(({ line }) => (line === undefined ? [] : [line]))).sort((a, b) => a - b),
      cents: own.reduce((sum, { cents }) => sum + cents, 0),
      sentence: `${index === 0 ? 'First' : 'Then'} “${denialClassRow(id).label}”${because ? `: ${because}` : ''}.`,
    };
  });
}

/** Whether two lines have no class in common: a command may split them. */
export function partWays(work: readonly WorkItem[]): boolean {
  const classesOf = new Map<number, Set<DenialClass>>();
  for (const item of work)
    for (const line of item.lines) classesOf.set(line, (classesOf.get(line) ?? new Set()).add(item.class));
  const sets = [...classesOf.values()];
  return sets.some((one, index) => sets.slice(index + 1).some((two) => ![...one].some((id) => two.has(id))));
}
