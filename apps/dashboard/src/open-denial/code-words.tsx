import { CARC_TABLE, rarcRow } from '@overturn/domain';
import type { Values } from '../fields/use-field-form.ts';

/** Our label of each code that was typed, so that a slip of the hand is seen. */
export function CodeWords({ values }: { values: Values }) {
  const carcs = (Array.isArray(values.codes) ? (values.codes as Record<string, string>[]) : []).flatMap(({ carc }) =>
    carc ? [{ code: carc.trim(), label: CARC_TABLE.find((row) => row.carc === carc.trim())?.label }] : [],
  );
  const rarcs = String(values.remarks ?? '')
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((code) => ({ code, label: rarcRow(code)?.label }));
  return (
    <div role="status" className="quiet">
      {[...carcs, ...rarcs].map(({ code, label }, place) => (
        <p key={place}>
          <strong>{code}</strong> {label ?? 'is not a network code that we know'}
        </p>
      ))}
    </div>
  );
}
