import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem.ts';

const mayPass = (error: Error) => error instanceof ApiProblem && (error.status === 0 || error.status >= 500);

/** Live events tell what changed, so nothing is asked again by a timer; a refusal is final, an outage is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, retry: (count, error) => mayPass(error) && count < 2, refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});
