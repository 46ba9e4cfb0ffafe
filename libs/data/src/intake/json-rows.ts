/** Rows as one JSON parameter for `jsonb_to_recordset`. Postgres keeps no zero byte in a text: those that a file carries become U+FFFD. */
export function jsonRows(rows: readonly object[]): string {
  const json = JSON.stringify(rows);
  return json.includes(String.raw`\u0000`) ? JSON.stringify(rows, withoutZeroBytes) : json;
}

const withoutZeroBytes = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
