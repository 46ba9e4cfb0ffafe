import { queryOptions } from '@tanstack/react-query';
import { api } from '../api/api.ts';

export const noticesQuery = queryOptions({ queryKey: ['notices'], queryFn: api.notices });
