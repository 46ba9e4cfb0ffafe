const SPREAD_MS = 30 * 60_000;

/** The same instant, up to half an hour later by the denial's id, so that the firings of a morning do not come at once. */
export function spread(at: string, denialId: string): string {
  const share = Number.parseInt(denialId.replaceAll('-', '').slice(-8), 16) / 0xffffffff;
  return new Date(Date.parse(at) + Math.floor(share * SPREAD_MS)).toISOString();
}
