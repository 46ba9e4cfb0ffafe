import { useDebouncedValue } from '@mantine/hooks';
import type { WhatIfBody, WhatIfView } from '@overturn/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/api.ts';
import { isProblem } from '../api/problem.ts';
import { faultsAt } from './what-if-body.ts';

const SETTLED_MS = 300;

export interface Asked {
  isAsked: boolean;
  isFetching: boolean;
  view: WhatIfView | undefined;
  /** By field, where the question itself is refused. */
  faults: Readonly<Record<string, string>>;
  /** What no field is to blame for. */
  error: unknown;
}

/** The dates that would move, asked for once the typing rests; nothing is asked while nothing is changed. */
export function useWhatIf(denialId: string, body: WhatIfBody | undefined): Asked {
  const [settled] = useDebouncedValue(body && JSON.stringify(body), SETTLED_MS);
  const { data, error, isFetching } = useQuery({
    queryKey: ['denials', 'what-if', denialId, settled],
    queryFn: ({ signal }) => api.whatIf(denialId, JSON.parse(settled!) as WhatIfBody, signal),
    enabled: body !== undefined && settled !== undefined,
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const isAsked = body !== undefined;
  const faults = isAsked && isProblem(error) ? faultsAt(error.errors) : {};
  const isAtField = Object.keys(faults).length > 0;
  return {
    ...{ isAsked, isFetching, faults },
    view: isAsked && !error ? data : undefined,
    error: isAsked && !isAtField ? error : undefined,
  };
}
