import { DENIAL_CLASS_IDS, STAGE_IDS } from '@overturn/domain';

export interface DenialListSearch {
  stage?: string;
  class?: string;
  payer?: string;
  client?: string;
  assignee?: string;
  dueBefore?: string;
  state?: 'closed' | 'all';
  sort?: 'amount' | 'opened';
  columns?: string;
}
const ID = /^[0-9a-f-]{36}$/;
const isIn = (list: readonly string[]) => (text: string) => list.includes(text);
const matches = (shape: RegExp) => (text: string) => shape.test(text);

/** Which values each filter takes; what does not fit falls away, so an old link still opens. */
const FITS: Record<keyof DenialListSearch, (text: string) => boolean> = {
  stage: isIn(STAGE_IDS),
  class: isIn(DENIAL_CLASS_IDS),
  payer: matches(ID),
  client: matches(ID),
  assignee: (text) => isIn(['me', 'none'])(text) || ID.test(text),
  dueBefore: matches(/^\d{4}-\d{2}-\d{2}$/),
  state: isIn(['closed', 'all']),
  sort: isIn(['amount', 'opened']),
  columns: matches(/^[a-z.]{0,200}$/),
};

export function denialListSearch(search: Record<string, unknown>): DenialListSearch {
  const names = Object.keys(FITS) as (keyof DenialListSearch)[];
  return Object.fromEntries(
    names
      .map((name) => [name, search[name]] as const)
      .filter(([name, value]) => typeof value === 'string' && FITS[name](value)),
  );
}
