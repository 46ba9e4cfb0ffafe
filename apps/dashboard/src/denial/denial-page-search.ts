const DENIAL_TABS = ['timeline', 'lines', 'evidence', 'documents', 'deadlines'] as const;
export type DenialTab = (typeof DENIAL_TABS)[number];
export interface DenialPageSearch {
  tab?: DenialTab;
  document?: string;
}

/** The tab and the letter that is open: enums and ids only. */
export function denialPageSearch({ tab, document }: Record<string, unknown>): DenialPageSearch {
  const found = DENIAL_TABS.find((one) => one === tab);
  return {
    ...(found && { tab: found }),
    ...(typeof document === 'string' && /^[0-9a-f-]{36}$/.test(document) && { document }),
  };
}
