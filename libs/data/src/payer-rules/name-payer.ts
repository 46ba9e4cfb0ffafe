import { payerKey } from '@overturn/domain';
import { sql } from '../database/database.ts';
import type { Tx } from '../database/database.ts';

export type NamedPayer = { payer: string } | { fault: string };
const KEY = /^(N104|2U|TRN03|NAME):\S/;

/** From what people write to the identifier that denials carry: an identifier, the name of a payer that was met, or a new name. */
export async function payerNamer(tx: Tx): Promise<(written: string) => NamedPayer> {
  const known = await tx.rows<{ identifier: string; name: string }>(
    sql`select identifier, name from payer where organization_id = ${tx.organizationId}`,
  );
  return (written) => {
    const text = written.trim();
    if (KEY.test(text)) return { payer: text };
    const named = known.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
    const numbered = known.filter(({ identifier }) => identifier.split(':')[1] === text.toUpperCase());
    const found = named.length > 0 ? named : numbered;
    if (found.length > 1)
      return {
        fault: `Several payers are called so. Write one identifier: ${found.map(({ identifier }) => identifier).join(', ')}.`,
      };
    return { payer: found[0]?.identifier ?? payerKey({ name: text }) };
  };
}
