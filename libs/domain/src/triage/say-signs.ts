import { ADJUSTMENT_GROUPS } from './adjustment-groups.ts';
import type { Reason } from './apply-interactions.ts';
import { denialClassRow } from './denial-classes.ts';
import type { RarcRow } from './rarc-table.ts';
import { isRemark, type Sign } from './signs.ts';

/** What the verdict rests on, each code with its row; then what the rows add, and what the group means for a network code. */
export const saySigns = (signs: readonly Sign[]): Reason[] => [
  ...signs.map((sign) => ({ sentence: saySign(sign), fact: sign.code, row: rowOf(sign) })),
  ...signs.flatMap((sign) => (sign.hint ? [{ sentence: sign.hint, fact: sign.code, row: rowOf(sign) }] : [])),
  ...signs.flatMap(sayGroup),
];

const rowOf = (sign: Sign): string => `${isRemark(sign) ? 'rarc' : 'carc'} ${sign.key}`;

const saySign = (sign: Sign): string =>
  `${sign.code} (${sign.label})${sign.line ? ` on line ${sign.line}` : ''}: ${denialClassRow(sign.class).label}.`;

function sayGroup(sign: Sign): Reason[] {
  const row = ADJUSTMENT_GROUPS.find(({ group }) => group === sign.group);
  if (!row?.onNetworkCode || !denialClassRow(sign.class).isNetwork) return [];
  return [{ sentence: row.onNetworkCode, fact: sign.code, row: `group ${row.group}` }];
}

/** What a remark decides beside the class: whose law, and whether there is an appeal at all. */
export const sayRemark = ({ rarc, label, regime, noAppealRights }: RarcRow): Reason[] =>
  (regime ?? noAppealRights) ? [{ sentence: `${rarc}: ${label}.`, fact: rarc, row: `rarc ${rarc}` }] : [];
